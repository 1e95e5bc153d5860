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

/** Builds the network of a day from processes and participations. */
final class NetworkBuilder {

    private static final int DIGITS = 4;

    private final NetworkSnapshot registry;
    private final LocalDate day;
    private final Map<String, GovernanceProcess> processes = new TreeMap<>();
    private final Map<String, NetworkEdge> edges = new TreeMap<>();
    private final Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

    private NetworkBuilder(NetworkSnapshot registry, LocalDate day, NetworkFilter filter) {
        this.registry = registry;
        this.day = day;
        NetworkSnapshot.on(day, registry.processes())
                .filter(filter::passes)
                .forEach(process -> processes.put(process.id(), process));
        var participations = NetworkSnapshot.on(day, registry.participations())
                .filter(filter::passes)
                .filter(participation ->
                        participation.institution() != null && processes.containsKey(participation.process()))
                .collect(Collectors.groupingBy(
                        participation -> participation.institution() + " " + participation.process(),
                        TreeMap::new,
                        Collectors.toList()));
        participations.forEach((key, some) -> edges.put(key, edge(some)));
        build();
    }

    static Network of(NetworkSnapshot registry, LocalDate day, NetworkFilter filter) {
        return new NetworkBuilder(registry, day, filter).network();
    }

    private static NetworkEdge edge(List<Participation> participations) {
        var roles = new TreeSet<ParticipationRole>();
        var ids = new TreeSet<String>();
        for (var participation : participations) {
            roles.add(participation.role());
            ids.add(participation.id());
        }
        var first = participations.getFirst();
        return new NetworkEdge(
                String.valueOf(first.institution()),
                first.process(),
                roles.size(),
                List.copyOf(roles),
                List.copyOf(ids));
    }

    private void build() {
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
                registry.knownAt(),
                registry.position().toString(),
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
                    process == null ? registry.institutionName(id, day) : process.name(),
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

    /** Normalizes by the number of pairs of other nodes. */
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
