package org.mandateatlas.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SQL with its parameters.
 *
 * @param sql the text
 * @param values the parameters, in the order of its question marks
 */
public record Clause(String sql, List<Object> values) {

    /** Creates a clause. */
    public static Clause of(String sql, Object... values) {
        return new Clause(sql, List.of(values));
    }

    /** Joins clauses. */
    public static Clause all(List<Clause> clauses, String separator) {
        return new Clause(
                clauses.stream().map(Clause::sql).collect(Collectors.joining(separator)),
                clauses.stream().flatMap(clause -> clause.values().stream()).toList());
    }

    /** Returns the condition that rows of a table were known at the instant, or are known now. */
    public static Clause known(String table, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return of(table + ".known_to is null");
        }
        var then = EntryRepository.at(knownAt);
        return of("%1$s.known_from <= ? and (%1$s.known_to is null or %1$s.known_to > ?)".formatted(table), then, then);
    }

    /** Returns the condition that rows of a table are valid on the day, confirmed or not. */
    public static Clause valid(String table, LocalDate day) {
        return of("(%1$s.valid_from <= ? and %1$s.valid_to >= ?)".formatted(table), day, day);
    }

    /** Returns the condition that an entry {@code e} is of the stream, in the form that only the indexes of words fit. */
    public static Clause indexedStream(String stream) {
        return of("array[e.stream] && ?", List.of(stream));
    }

    /** Returns the clause in the place that {@code %s} marks in other SQL. */
    public Clause in(String around) {
        return new Clause(around.replace("%s", sql), values);
    }

    /** Returns the clause with one parameter more at its end. */
    public Clause with(Object value) {
        var more = new ArrayList<>(values);
        more.add(value);
        return new Clause(sql, List.copyOf(more));
    }
}
