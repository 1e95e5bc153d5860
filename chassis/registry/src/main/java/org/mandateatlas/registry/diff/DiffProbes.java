package org.mandateatlas.registry.diff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.Clause;

/** The statements that find documents that differ, each in one index and in order. */
final class DiffProbes {

    private static final String STATE = """
            coalesce((select s.state from boundary s
                      where s.stream = b.stream and s.id = b.id and s.version = b.version and s.day <= ?
                      order by s.day desc limit 1), 0)""";

    private static final String FIRST_BOUNDARY = """
            not exists (select 1 from boundary f
                        where f.stream = b.stream and f.id = b.id and f.version = b.version
                          and f.day > ? and f.day < b.day)""";

    private static final String FIRST_REVISION = """
            not exists (select 1 from revision q
                        where q.stream = r.stream and q.document_id = r.document_id and q.version = r.version - 1
                          and q.recorded_at > ?)""";

    private DiffProbes() {}

    /** Returns one probe for each collection, or if an institution or a function is given one for each of these. */
    static List<Clause> world(DiffQuery query, boolean paged) {
        var leading = query.institutions().isEmpty() ? query.functions() : query.institutions();
        var probes = new ArrayList<Clause>();
        if (leading.isEmpty()) {
            for (var stream : query.streams()) {
                var conditions = worldConditions(query);
                conditions.addFirst(Clause.of("b.stream = ?", stream));
                if (paged && query.after() != null) {
                    conditions.add(after("b.day", query.after().day(), "b.id", stream, query.after()));
                }
                probes.add(probe("boundary b", conditions, paged ? "order by b.day, b.id limit ?" : "", query));
            }
        } else if (!query.types().isEmpty()) {
            for (var term : leading) {
                var conditions = worldConditions(query);
                conditions.addFirst(Clause.of("b.term = ? and b.stream = any (?)", term, query.streams()));
                var after = query.after();
                if (paged && after != null) {
                    conditions.add(
                            Clause.of("(b.day, b.stream, b.id) > (?, ?, ?)", after.day(), after.stream(), after.id()));
                }
                probes.add(probe(
                        "boundary_term b", conditions, paged ? "order by b.day, b.stream, b.id limit ?" : "", query));
            }
        }
        return probes;
    }

    private static Clause probe(String table, List<Clause> conditions, String end, DiffQuery query) {
        var clause = Clause.all(conditions, " and ")
                .in("(select b.day, b.stream, b.id, b.version from " + table
                        + " join entry e on e.stream = b.stream and e.id = b.id and e.version = b.version where %s "
                        + end + ")");
        return end.isEmpty() ? clause : clause.with(query.limit() + 1);
    }

    private static List<Clause> worldConditions(DiffQuery query) {
        var from = Objects.requireNonNull(query.span().before().validAt());
        var to = Objects.requireNonNull(query.span().after().validAt());
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.of("b.day > ? and b.day <= ?", from, to));
        conditions.add(Clause.known("e", query.span().after().knownAt()));
        conditions.addAll(subjects(query));
        conditions.add(Clause.of(FIRST_BOUNDARY, from));
        conditions.add(Clause.all(List.of(Clause.of(STATE, from), Clause.of(STATE, to)), " <> "));
        return conditions;
    }

    /** Returns one probe for each collection, of the revisions between the instants. */
    static List<Clause> knowledge(DiffQuery query, boolean paged) {
        var from = known(query.span().before().knownAt());
        var to = known(query.span().after().knownAt());
        var probes = new ArrayList<Clause>();
        for (var stream : query.streams()) {
            var conditions = new ArrayList<Clause>();
            conditions.add(Clause.of("r.stream = ? and r.recorded_at > ? and r.recorded_at <= ?", stream, from, to));
            conditions.add(Clause.of(FIRST_REVISION, from));
            conditions.add(inEitherState(query, from, to));
            var after = query.after();
            if (paged && after != null) {
                var later = stream.compareTo(after.stream()) <= 0 ? "r.recorded_at > ?" : "r.recorded_at >= ?";
                conditions.add(Clause.of(later, after.instant()));
            }
            var clause = Clause.all(conditions, " and ")
                    .in("(select r.recorded_at, r.stream, r.document_id as id, r.version from revision r where %s"
                            + (paged ? " order by r.recorded_at limit ?)" : ")"));
            probes.add(paged ? clause.with(query.limit() + 1) : clause);
        }
        return probes;
    }

    /** The document is known in one of the states, on validAt if it is given. */
    private static Clause inEitherState(DiffQuery query, Instant from, Instant to) {
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.of("e.stream = r.stream and e.id = r.document_id"));
        conditions.add(Clause.all(List.of(Clause.known("e", from), Clause.known("e", to)), " or ")
                .in("(%s)"));
        var day = query.span().after().validAt();
        if (day != null) {
            conditions.add(Clause.valid("e", day));
        }
        conditions.addAll(subjects(query));
        return Clause.all(conditions, " and ").in("exists (select 1 from entry e where %s)");
    }

    private static List<Clause> subjects(DiffQuery query) {
        var conditions = new ArrayList<Clause>();
        for (var terms : List.of(query.institutions(), query.functions())) {
            if (!terms.isEmpty()) {
                conditions.add(Clause.of("e.subjects && ?", terms));
            }
        }
        return conditions;
    }

    /** Returns the condition to come after a place in the order of times, streams and ids. */
    private static Clause after(String time, LocalDate value, String id, String stream, DiffOrder after) {
        var compared = stream.compareTo(after.stream());
        if (compared == 0) {
            return Clause.of("(" + time + ", " + id + ") > (?, ?)", value, after.id());
        }
        return Clause.of(time + (compared < 0 ? " > ?" : " >= ?"), value);
    }

    static Instant known(@Nullable Instant instant) {
        return Objects.requireNonNull(instant);
    }
}
