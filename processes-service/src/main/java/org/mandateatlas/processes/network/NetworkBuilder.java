package org.mandateatlas.processes.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.processes.participation.ParticipationRole;
import org.mandateatlas.processes.process.GovernanceProcess;

/** Draws the network of a day from the processes of the day and those who took part in them. */
final class NetworkBuilder {

    private static final int DIGITS = 4;

    private final Known known;
    private final LocalDate day;
    private final Map<String, GovernanceProcess> processes = new TreeMap<>();
    private final Map<String, NetworkEdge> edges = new TreeMap<>();
    private final Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

    private NetworkBuilder(Known known, LocalDate day, NetworkFilter filter) {
        this.known = known;
        this.day = day;
        Known.on(day, known.processes())
                .filter(filter::passes)
                .forEach(process -> processes.put(process.id(), process));
        var parts = Known.on(day, known.participations())
                .filter(filter::passes)
                .filter(part -> part.institution() != null && processes.containsKey(part.process()))
                .collect(Collectors.groupingBy(
                        part -> part.institution() + " " + part.process(), TreeMap::new, Collectors.toList()));
        parts.forEach((key, some) -> edges.put(key, edge(some)));
        draw();
    }

    static Network of(Known known, LocalDate day, NetworkFilter filter) {
        return new NetworkBuilder(known, day, filter).network();
    }

    private static NetworkEdge edge(List<Participation> parts) {
        var roles = new TreeSet<ParticipationRole>();
        var ids = new TreeSet<String>();
        for (var part : parts) {
            roles.add(part.role());
            ids.add(part.id());
        }
        var first = parts.getFirst();
        return new NetworkEdge(
                String.valueOf(first.institution()),
                first.process(),
                roles.size(),
                List.copyOf(roles),
                List.copyOf(ids));
    }

    private void draw() {
        processes.keySet().forEach(process -> graph.addVertex(NodeType.PROCESS.key(process)));
        for (var edge : edges.values()) {
            var institution = NodeType.INSTITUTION.key(edge.institution());
            graph.addVertex(institution);
            graph.addEdge(institution, NodeType.PROCESS.key(edge.process()));
        }
    }

    private Network network() {
        var components = new ConnectivityInspector<>(graph)
                .connectedSets().stream()
                        .map(TreeSet::new)
                        .sorted(Comparator.comparing((TreeSet<String> set) -> -set.size())
                                .thenComparing(TreeSet::first))
                        .toList();
        var numbers = new HashMap<String, Integer>();
        for (var i = 0; i < components.size(); i++) {
            var number = i + 1;
            components.get(i).forEach(key -> numbers.put(key, number));
        }
        return new Network(
                day,
                known.knownAt(),
                known.position().toString(),
                nodes(numbers),
                List.copyOf(edges.values()),
                summaries(components));
    }

    private List<NetworkNode> nodes(Map<String, Integer> numbers) {
        var betweenness = new BetweennessCentrality<>(graph).getScores();
        var strengths = new HashMap<String, Integer>();
        for (var edge : edges.values()) {
            strengths.merge(NodeType.INSTITUTION.key(edge.institution()), edge.weight(), Integer::sum);
            strengths.merge(NodeType.PROCESS.key(edge.process()), edge.weight(), Integer::sum);
        }
        var nodes = new ArrayList<NetworkNode>();
        for (var key : graph.vertexSet()) {
            var id = key.substring(key.indexOf(':') + 1);
            var process = key.equals(NodeType.PROCESS.key(id)) ? processes.get(id) : null;
            nodes.add(new NetworkNode(
                    key,
                    process == null ? NodeType.INSTITUTION : NodeType.PROCESS,
                    id,
                    process == null ? known.institutionName(id, day) : process.name(),
                    process == null ? null : process.kind(),
                    graph.degreeOf(key),
                    strengths.getOrDefault(key, 0),
                    normalized(betweenness.getOrDefault(key, 0.0)),
                    numbers.getOrDefault(key, 0)));
        }
        nodes.sort(Comparator.comparing(NetworkNode::betweenness)
                .reversed()
                .thenComparing(Comparator.comparing(NetworkNode::degree).reversed())
                .thenComparing(NetworkNode::key));
        return List.copyOf(nodes);
    }

    /** Divides by the number of pairs of other nodes. */
    private BigDecimal normalized(double score) {
        var others = graph.vertexSet().size() - 1L;
        var pairs = others * (others - 1) / 2;
        var share = pairs == 0 ? 0 : score / pairs;
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private static List<NetworkComponent> summaries(List<? extends Set<String>> components) {
        var summaries = new ArrayList<NetworkComponent>();
        for (var component : components) {
            var processes = (int) component.stream()
                    .filter(key -> key.startsWith(NodeType.PROCESS.key("")))
                    .count();
            summaries.add(new NetworkComponent(summaries.size() + 1, component.size() - processes, processes));
        }
        return List.copyOf(summaries);
    }
}
