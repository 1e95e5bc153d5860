package org.mandateatlas.replication.replica;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A point of the logs.
 *
 * @param at the last revision of each stream that counts
 * @param knownAt the instant that was asked for; null for none
 */
public record Point(SortedMap<String, Long> at, @Nullable Instant knownAt) {

    /** Returns the point as text: {@code stream:sequence} for each stream, by name, joined by commas. */
    public String position() {
        return at.entrySet().stream()
                .map(stream -> stream.getKey() + ":" + stream.getValue())
                .collect(Collectors.joining(","));
    }

    /** Returns the last version of each document of a stream, by id, retractions too. */
    public <T> List<Version<T>> of(VersionedState<T> history) {
        return history.upTo(at.getOrDefault(history.stream(), 0L));
    }
}
