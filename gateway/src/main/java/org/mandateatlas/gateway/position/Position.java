package org.mandateatlas.gateway.position;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mandateatlas.gateway.problem.ProblemException;

/**
 * A point of the logs: the last revision of each stream that counts. As text it is {@code stream:sequence} for each stream, by
 * name, joined by commas; that is what {@code Atlas-Position} says and what the feed takes as its cursor.
 */
public final class Position {

    /** The header that tells which point an answer reflects. */
    public static final String HEADER = "Atlas-Position";

    /** The point before anything was said. */
    public static final Position START = new Position(new TreeMap<>());

    private static final Pattern POINT = Pattern.compile("[a-z]+(-[a-z]+)*:(0|[1-9][0-9]{0,17})");

    private final SortedMap<String, Long> sequences;

    private Position(SortedMap<String, Long> sequences) {
        this.sequences = Collections.unmodifiableSortedMap(sequences);
    }

    /** Returns the point at which each stream has got that far. */
    public static Position of(Map<String, Long> sequences) {
        return new Position(new TreeMap<>(sequences));
    }

    /**
     * Reads a position.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Position parse(String text) {
        var sequences = new TreeMap<String, Long>();
        if (text.isEmpty()) {
            return START;
        }
        for (String part : text.split(",", -1)) {
            if (!POINT.matcher(part).matches()) {
                throw new IllegalArgumentException("not a position: " + text);
            }
            int colon = part.indexOf(':');
            if (sequences.put(part.substring(0, colon), Long.valueOf(part.substring(colon + 1))) != null) {
                throw new IllegalArgumentException("a stream stands twice: " + text);
            }
        }
        return new Position(sequences);
    }

    /** Reads a position that is given as a parameter. */
    public static Position parameter(String name, String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter(name, "is not a position such as capacity:80,mandate:112");
        }
    }

    /** Returns the sequence of a stream; 0 for one that is not named. */
    public long of(String stream) {
        return sequences.getOrDefault(stream, 0L);
    }

    /** Returns the sequence of each stream that is named. */
    public SortedMap<String, Long> sequences() {
        return sequences;
    }

    /** Returns the point at which one stream has got to a sequence and the others are as here. */
    public Position with(String stream, long sequence) {
        var changed = new TreeMap<>(sequences);
        changed.put(stream, sequence);
        return new Position(changed);
    }

    /** Returns the point that both reflect: of a stream that both name the lower sequence, of one that one names that one's. */
    public Position floor(Position other) {
        var both = new TreeMap<>(sequences);
        other.sequences.forEach((stream, sequence) -> both.merge(stream, sequence, Math::min));
        return new Position(both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position position && sequences.equals(position.sequences);
    }

    @Override
    public int hashCode() {
        return sequences.hashCode();
    }

    @Override
    public String toString() {
        return sequences.entrySet().stream()
                .map(stream -> stream.getKey() + ':' + stream.getValue())
                .collect(Collectors.joining(","));
    }
}
