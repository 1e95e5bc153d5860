package org.mandateatlas.processes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.processes.network.NetworkDiff.Cause;
import org.mandateatlas.processes.network.NetworkDiff.EdgeChange;
import org.mandateatlas.processes.network.NetworkDiff.Kind;
import org.mandateatlas.processes.network.NetworkDiff.NodeChange;
import org.mandateatlas.processes.network.NetworkDiff.Weight;
import org.mandateatlas.registry.Document;
import org.mandateatlas.replication.replica.Version;

/** Compares two networks and finds the causes of differences. */
final class NetworkComparison {

    private final DatedNetwork before;
    private final DatedNetwork after;

    NetworkComparison(DatedNetwork before, DatedNetwork after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The network on a day at a record time.
     *
     * @param registry the registry at a record time
     * @param day the valid time
     * @param network the network on the day
     */
    record DatedNetwork(NetworkSnapshot registry, LocalDate day, Network network) {}

    /** Returns the changed nodes, by key. */
    List<NodeChange> nodes() {
        var first = byKey(before.network.nodes(), NetworkNode::key);
        var second = byKey(after.network.nodes(), NetworkNode::key);
        var changes = new ArrayList<NodeChange>();
        for (var key : keys(first, second)) {
            var was = first.get(key);
            var is = second.get(key);
            var weightBefore = was == null ? null : Weight.of(was);
            var weightAfter = is == null ? null : Weight.of(is);
            if (!Objects.equals(weightBefore, weightAfter)) {
                var name = Stream.of(Optional.ofNullable(is), Optional.ofNullable(was))
                        .flatMap(Optional::stream)
                        .map(NetworkNode::name)
                        .findFirst()
                        .orElse(key);
                changes.add(new NodeChange(key, name, weightBefore, weightAfter));
            }
        }
        return List.copyOf(changes);
    }

    /** Returns the changed edges, by institution and process. */
    List<EdgeChange> edges() {
        Function<NetworkEdge, String> key = edge -> edge.institution() + " " + edge.process();
        var first = byKey(before.network.edges(), key);
        var second = byKey(after.network.edges(), key);
        var changes = new ArrayList<EdgeChange>();
        for (var place : keys(first, second)) {
            var was = first.get(place);
            var is = second.get(place);
            var causes = causes(was, is);
            if (!causes.isEmpty()) {
                var either = Objects.requireNonNull(is == null ? was : is);
                changes.add(new EdgeChange(
                        either.institution(),
                        either.process(),
                        was == null ? List.of() : was.roles(),
                        is == null ? List.of() : is.roles(),
                        causes));
            }
        }
        return List.copyOf(changes);
    }

    private static <T> Map<String, T> byKey(List<T> items, Function<T, String> key) {
        var map = new TreeMap<String, T>();
        items.forEach(item -> map.put(key.apply(item), item));
        return map;
    }

    private static TreeSet<String> keys(Map<String, ?> first, Map<String, ?> second) {
        var keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        return keys;
    }

    private List<Cause> causes(@Nullable NetworkEdge was, @Nullable NetworkEdge is) {
        var had = was == null ? List.<String>of() : was.participations();
        var has = is == null ? List.<String>of() : is.participations();
        var ids = new TreeSet<>(had);
        ids.addAll(has);
        var causes = new ArrayList<Cause>();
        for (var id : ids) {
            if (had.contains(id) != has.contains(id)) {
                cause(Kind.PARTICIPATION, id, before.registry.participations(), after.registry.participations())
                        .ifPresent(causes::add);
            }
        }
        if ((was == null) != (is == null)) {
            var process = Objects.requireNonNull(is == null ? was : is).process();
            cause(Kind.PROCESS, process, before.registry.processes(), after.registry.processes())
                    .ifPresent(causes::add);
        }
        return List.copyOf(causes);
    }

    /** Returns the change of a document: another version, or its beginning or end in valid time. */
    private <D extends Document> Optional<Cause> cause(
            Kind kind, String id, List<Version<D>> versionsBefore, List<Version<D>> versionsAfter) {
        var first = version(id, versionsBefore);
        var second = version(id, versionsAfter);
        var told = second.or(() -> first).orElseThrow();
        var content = Stream.of(second, first)
                .flatMap(Optional::stream)
                .flatMap(version -> Optional.ofNullable(version.content()).stream())
                .findFirst();
        var citations = content.map(Document::citations).orElse(List.of());
        if (first.map(Version::version).equals(second.map(Version::version))) {
            return content.flatMap(document -> {
                var was = document.validity().contains(before.day);
                var is = document.validity().contains(after.day);
                if (was == is) {
                    return Optional.empty();
                }
                var on = is ? document.validity().from() : document.validity().to();
                return Optional.of(new Cause(kind, id, is ? "began" : "ended", on, null, citations));
            });
        }
        return Optional.of(new Cause(kind, id, told.change(), null, told.recordedAt(), citations));
    }

    private static <D> Optional<Version<D>> version(String id, List<Version<D>> versions) {
        return versions.stream().filter(version -> version.id().equals(id)).findFirst();
    }
}
