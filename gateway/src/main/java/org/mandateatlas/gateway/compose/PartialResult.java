package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.gateway.cache.DependencyVersions;

/**
 * The parts of a response that are available, and those that are missing.
 *
 * @param parts the parts by name; without those that do not exist or are missing
 * @param missing the parts that are unavailable, or only available as a last good copy
 * @param reached the lowest position that any of the parts reflects
 * @param lost the streams that the missing parts depend on
 * @param dependencies what each of the parts depends on
 * @param cacheable whether the dependencies of every part are known
 */
public record PartialResult(
        Map<String, JsonNode> parts,
        List<Missing> missing,
        Position reached,
        Set<String> lost,
        List<DependencyVersions> dependencies,
        boolean cacheable) {

    /** The result of no read. */
    public static final PartialResult NOTHING =
            new PartialResult(Map.of(), List.of(), Position.START, Set.of(), List.of(), true);

    /** Returns the result of one part. */
    static PartialResult of(
            String name, JsonNode part, Position reached, @Nullable List<DependencyVersions> dependencies) {
        return new PartialResult(
                Map.of(name, part),
                List.of(),
                reached,
                Set.of(),
                dependencies == null ? List.of() : dependencies,
                dependencies != null);
    }

    /** Returns the result of a part that is unavailable. */
    static PartialResult without(Missing missing, Set<String> lost) {
        return new PartialResult(Map.of(), List.of(missing), Position.START, lost, List.of(), false);
    }

    /** Returns this with one more missing part. */
    PartialResult missing(Missing one) {
        var all = new ArrayList<>(missing);
        all.add(one);
        return new PartialResult(parts, all, reached, lost, List.of(), false);
    }

    /** Returns whether the part is available. */
    public boolean has(String name) {
        return parts.containsKey(name);
    }

    /** Returns the part; a missing node when it is not available. */
    public JsonNode part(String name) {
        return parts.getOrDefault(name, MissingNode.getInstance());
    }

    /**
     * Returns the position from which the feed continues without a gap. Streams of missing parts are omitted, so that they are read from their beginning.
     */
    public Position position() {
        var sequences = new TreeMap<>(reached.sequences());
        sequences.keySet().removeAll(lost);
        return Position.of(sequences);
    }

    /** Returns what the whole response depends on; null when it must not be cached, as when a part is missing. */
    @Nullable DependencyVersions versions() {
        return missing.isEmpty() && cacheable && !dependencies.isEmpty() ? DependencyVersions.all(dependencies) : null;
    }

    /** Returns both results as one. */
    public PartialResult and(PartialResult other) {
        var all = new HashMap<>(parts);
        all.putAll(other.parts);
        var both = new ArrayList<>(missing);
        other.missing.forEach(one -> add(both, one));
        var streams = new HashSet<>(lost);
        streams.addAll(other.lost);
        var versions = new ArrayList<>(dependencies);
        versions.addAll(other.dependencies);
        return new PartialResult(
                all, both, reached.floor(other.reached), streams, versions, cacheable && other.cacheable);
    }

    private static void add(List<Missing> missing, Missing further) {
        for (var i = 0; i < missing.size(); i++) {
            if (missing.get(i).isLike(further)) {
                missing.set(i, missing.get(i).orWorse(further));
                return;
            }
        }
        missing.add(further);
    }
}
