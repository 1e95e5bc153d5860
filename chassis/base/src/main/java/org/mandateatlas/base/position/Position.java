package org.mandateatlas.base.position;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.mandateatlas.base.problem.ProblemException;

/**
 * A position in the logs: the last sequence of each stream. Its text form is {@code stream:sequence} for each stream, sorted by
 * name and joined by commas, as in the header {@code Atlas-Position} and in the cursor of the feed.
 */
public final class Position {

    /** The header with the position that a response reflects; in a request, the position that its client has seen. */
    public static final String HEADER = "Atlas-Position";

    /** The position before the first event of every stream. */
    public static final Position START = new Position(new TreeMap<>());

    /** Possessive, since a match that may backtrack takes stack in proportion to the length. */
    private static final Pattern STREAM_SEQUENCE = Pattern.compile("[a-z]++(?:-[a-z]++)*+:(?:0|[1-9][0-9]{0,17})");

    private final SortedMap<String, Long> sequences;

    private Position(SortedMap<String, Long> sequences) {
        this.sequences = Collections.unmodifiableSortedMap(sequences);
    }

    /** Returns the position with these sequences. */
    public static Position of(Map<String, Long> sequences) {
        return new Position(new TreeMap<>(sequences));
    }

    /**
     * Parses the text form of a position.
     *
     * @throws IllegalArgumentException if the text is not a position
     */
    public static Position parse(String text) {
        var sequences = new TreeMap<String, Long>();
        if (text.isEmpty()) {
            return START;
        }
        for (String part : text.split(",", -1)) {
            if (!STREAM_SEQUENCE.matcher(part).matches()) {
                throw new IllegalArgumentException("not a position: " + text);
            }
            int colon = part.indexOf(':');
            if (sequences.put(part.substring(0, colon), Long.valueOf(part.substring(colon + 1))) != null) {
                throw new IllegalArgumentException("duplicate stream: " + text);
            }
        }
        return new Position(sequences);
    }

    /**
     * Parses the value of a query parameter.
     *
     * @throws ProblemException (400) if the value is not a position
     */
    public static Position parameter(String name, String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter(name, "must be a position such as capacity:80,mandate:112");
        }
    }

    /**
     * Parses the header {@link #HEADER} of a request.
     *
     * @throws ProblemException 400 if it is not a position
     */
    public static Position header(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.header(HEADER, "is not a position such as capacity:80,mandate:112");
        }
    }

    /** Returns the sequence of a stream; 0 if the position does not contain the stream. */
    public long of(String stream) {
        return sequences.getOrDefault(stream, 0L);
    }

    /** Returns the sequence of each stream in the position. */
    public SortedMap<String, Long> sequences() {
        return sequences;
    }

    /** Returns this position with another sequence for one stream. */
    public Position with(String stream, long sequence) {
        var changed = new TreeMap<>(sequences);
        changed.put(stream, sequence);
        return new Position(changed);
    }

    /** Returns this position without all other streams. */
    public Position only(Set<String> streams) {
        var some = new TreeMap<>(sequences);
        some.keySet().retainAll(streams);
        return new Position(some);
    }

    /** Returns the minimum of both positions for each stream; a stream in only one of them keeps its sequence. */
    public Position floor(Position other) {
        var both = new TreeMap<>(sequences);
        other.sequences.forEach((stream, sequence) -> both.merge(stream, sequence, Math::min));
        return new Position(both);
    }

    /** Returns whether no stream is further in another position. */
    public boolean reaches(Position other) {
        return other.sequences.entrySet().stream().allMatch(stream -> of(stream.getKey()) >= stream.getValue());
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
        var text = new StringBuilder();
        sequences.forEach((stream, sequence) -> text.append(text.isEmpty() ? "" : ",")
                .append(stream)
                .append(':')
                .append(sequence));
        return text.toString();
    }
}
