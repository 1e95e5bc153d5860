package org.mandateatlas.functions.coverage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.replication.replica.Version;

/** The versions of each document in both snapshots. */
final class VersionPairs<T> {

    private final Map<String, Version<T>> first = new HashMap<>();
    private final Map<String, Version<T>> second = new HashMap<>();

    VersionPairs(List<Version<T>> before, List<Version<T>> after) {
        before.forEach(version -> first.put(version.id(), version));
        after.forEach(version -> second.put(version.id(), version));
    }

    Set<String> ids() {
        var ids = new TreeSet<>(first.keySet());
        ids.addAll(second.keySet());
        return ids;
    }

    boolean differs(String id) {
        return number(first.get(id)) != number(second.get(id));
    }

    private static int number(@Nullable Version<?> version) {
        return version == null ? 0 : version.version();
    }

    /** Returns the document in the second snapshot. */
    Optional<T> same(String id) {
        return Optional.ofNullable(second.get(id)).flatMap(version -> Optional.ofNullable(version.content()));
    }

    /** Returns the last recorded change of a document whose versions differ. */
    List<Cause> recorded(CauseKind kind, String id, Function<T, String> text, Function<T, List<Citation>> citations) {
        var last = Stream.of(Optional.ofNullable(first.get(id)), Optional.ofNullable(second.get(id)))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Version::sequence))
                .orElseThrow();
        var content = Stream.of(Optional.ofNullable(second.get(id)), Optional.ofNullable(first.get(id)))
                .flatMap(Optional::stream)
                .flatMap(version -> Optional.ofNullable(version.content()).stream())
                .findFirst();
        return List.of(new Cause(
                kind,
                id,
                last.change(),
                content.map(text).orElse(""),
                null,
                last.recordedAt(),
                content.map(citations).orElse(List.of())));
    }
}
