package org.mandateatlas.processes.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.processes.participation.Participation;
import org.mandateatlas.processes.participation.ParticipationRole;
import org.mandateatlas.processes.process.GovernanceProcess;
import org.mandateatlas.processes.process.ProcessStage;

/** Builds the network of a day from established processes and their participations. */
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
                .filter(process -> process.stage() == ProcessStage.ESTABLISHED)
                .filter(process -> filter.passes(process.validity().on(day)))
                .filter(filter::passes)
                .forEach(process -> processes.put(process.id(), process));
        var participations = NetworkSnapshot.on(day, registry.participations())
                .filter(participation -> filter.passes(participation.validity().on(day)))
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

    private NetworkEdge edge(List<Participation> participations) {
        var roles = new TreeSet<ParticipationRole>();
        var ids = new TreeSet<String>();
        for (var participation : participations) {
            roles.add(participation.role());
            ids.add(participation.id());
        }
        var first = participations.getFirst();
        var current = participations.stream()
                .anyMatch(participation -> participation.validity().on(day) == Status.CURRENT);
        return new NetworkEdge(
                String.valueOf(first.institution()),
                first.process(),
                roles.size(),
                List.copyOf(roles),
                current ? Status.CURRENT : Status.UNCONFIRMED,
                current
                        ? null
                        : participations.stream()
                                .map(participation -> participation.validity().lastAttested())
                                .filter(Objects::nonNull)
                                .max(Comparator.comparing(PartialDate::lastDay))
                                .orElse(null),
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
        var institutions = registry.allInstitutions();
        var nodes = new ArrayList<NetworkNode>();
        for (var key : graph.vertexSet()) {
            var id = key.substring(key.indexOf(':') + 1);
            var process = key.equals(NodeType.PROCESS.key(id)) ? processes.get(id) : null;
            var institution = process == null ? institutions.get(id) : null;
            var validity = validity(process, institution);
            var status = validity.on(day);
            nodes.add(new NetworkNode(
                    key,
                    process == null ? NodeType.INSTITUTION : NodeType.PROCESS,
                    id,
                    process != null ? process.name() : institution != null ? institution.name(day) : id,
                    process == null ? null : process.kind(),
                    status,
                    status == Status.UNCONFIRMED ? validity.lastAttested() : null,
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

    /** Returns the validity of the document of a node; an institution that is not known yet has no known ends. */
    private static Validity validity(@Nullable GovernanceProcess process, @Nullable NamedInstitution institution) {
        if (process != null) {
            return process.validity();
        }
        return institution == null ? Validity.ALWAYS : institution.validity();
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
