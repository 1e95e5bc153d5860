package org.mandateatlas.replication.replica;

import io.quarkus.logging.Log;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.replication.LoggedRevision;

/**
 * Every version of every document of one stream up to a sequence. Sequences have no gaps, and record times increase with
 * them.
 */
public final class VersionedState<T> {

    private final String stream;
    private final Class<T> type;
    private final Function<T, Stream<String>> keys;
    private final Map<String, List<Version<T>>> documents = new TreeMap<>();
    private final Map<String, List<List<Version<T>>>> byKey = new HashMap<>();
    private final List<Instant> recorded = new ArrayList<>();

    /**
     * Creates an empty state.
     *
     * @param stream the stream
     * @param type the type that documents are read as; unknown fields are ignored
     */
    public VersionedState(String stream, Class<T> type) {
        this(stream, type, document -> Stream.of());
    }

    /**
     * Creates an empty state.
     *
     * @param stream the stream
     * @param type the type that documents are read as; unknown fields are ignored
     * @param keys returns the keys by which a document is found
     */
    public VersionedState(String stream, Class<T> type, Function<T, Stream<String>> keys) {
        this.stream = stream;
        this.type = type;
        this.keys = keys;
    }

    /** Returns the stream. */
    public String stream() {
        return stream;
    }

    /** Returns the last applied sequence, or 0. */
    public long sequence() {
        return recorded.size();
    }

    /** Applies the next revision; a duplicate is ignored. */
    public void add(LoggedRevision revision) {
        if (revision.sequence() <= sequence()) {
            return;
        }
        var content = revision.document() == null ? null : read(revision.document());
        var version = new Version<>(
                revision.id(),
                revision.version(),
                revision.sequence(),
                revision.change().intern(),
                revision.recordedAt(),
                content);
        var versions = documents.computeIfAbsent(revision.id(), id -> new ArrayList<>(1));
        if (content != null) {
            var known = versions.stream()
                    .flatMap(earlier -> earlier.content() == null ? Stream.of() : keys.apply(earlier.content()))
                    .collect(Collectors.toSet());
            keys.apply(content)
                    .distinct()
                    .filter(key -> !known.contains(key))
                    .forEach(key ->
                            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(versions));
        }
        versions.add(version);
        recorded.add(revision.recordedAt());
    }

    /** Returns the last version of each document up to a sequence, by id. */
    public List<Version<T>> upTo(long last) {
        return upTo(documents.values(), last);
    }

    private static <T> List<Version<T>> upTo(Collection<List<Version<T>>> documents, long last) {
        var found = new ArrayList<Version<T>>(documents.size());
        for (var versions : documents) {
            for (var i = versions.size() - 1; i >= 0; i--) {
                if (versions.get(i).sequence() <= last) {
                    found.add(versions.get(i));
                    break;
                }
            }
        }
        return found;
    }

    /** Returns the last version of each document at a position, by id, including retractions. */
    public List<Version<T>> at(Position position) {
        return upTo(position.of(stream));
    }

    /** Returns the last version, at a position, of each document of which some version has the key. */
    public List<Version<T>> withKey(Position position, String key) {
        return upTo(byKey.getOrDefault(key, List.of()), position.of(stream));
    }

    /** Returns the last version of a document at a position, in a list; none if it was not known then. */
    public List<Version<T>> withId(Position position, String id) {
        var versions = documents.get(id);
        return versions == null ? List.of() : upTo(List.of(versions), position.of(stream));
    }

    /** Returns a document at a position; null if it was not known then, or was retracted. */
    public @Nullable T at(Position position, String id) {
        var found = withId(position, id);
        return found.isEmpty() ? null : found.getFirst().content();
    }

    /** Returns the last sequence recorded by the instant, or 0. */
    public long sequenceAt(Instant knownAt) {
        var from = 0;
        var to = recorded.size();
        while (from < to) {
            var middle = (from + to) / 2;
            if (recorded.get(middle).isAfter(knownAt)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** Reads a document; an unreadable one counts as retracted. */
    private @Nullable T read(String text) {
        try {
            return DocumentJson.stored(text, type);
        } catch (UncheckedIOException | NullPointerException e) {
            Log.errorf(e, "A document of the stream %s cannot be read.", stream);
            return null;
        }
    }
}
