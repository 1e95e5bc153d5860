package org.mandateatlas.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.registry.Query.Condition;
import org.mandateatlas.registry.Query.Filter;
import org.mandateatlas.registry.Query.NamedBy;
import org.mandateatlas.registry.Query.ValidWithin;

/**
 * The statement that reads a page of a collection.
 *
 * <p>Every filter is a probe of the facet index, for the current versions as well as for those known at an instant. A search
 * reads the documents of exactly that name first and the others then, each in the order of ids, so that a page never
 * needs more of either than it shows.
 */
final class ListStatement {

    private static final int EXACT = 0;
    private static final int ANY = 1;

    private static final String COLUMNS =
            "e.id, e.version, e.known_from as recorded_at," + " e.valid_from, e.valid_to, e.last_attested, %d as rank";

    /** The ids that documents of another stream name. As an array they are found once per statement, and not for each document. */
    private static final String NAMED = """
            select substr(n.term, ?) from facet n
            join facet f on f.id = n.id and f.version = n.version
            join entry o on o.stream = ? and o.id = n.id and o.version = n.version
            where n.term >= ? and n.term < ?""";

    private final String stream;
    private final Query query;
    private final @Nullable Instant knownAt;

    private ListStatement(DocumentType<?> type, Query query, @Nullable Instant knownAt) {
        this.stream = type.stream();
        this.query = query;
        this.knownAt = knownAt;
    }

    /** Returns the statement for a page. */
    static Clause of(DocumentType<?> type, Query query, @Nullable Instant knownAt) {
        return new ListStatement(type, query, knownAt).page();
    }

    /** Returns the statement that counts all there is. */
    static Clause counting(DocumentType<?> type, Query query, @Nullable Instant knownAt) {
        var statement = new ListStatement(type, query, knownAt);
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.of("e.stream = ?", type.stream()));
        conditions.add(Clause.known("e", knownAt));
        conditions.addAll(statement.conditions(UnaryOperator.identity()));
        if (query.q() != null) {
            conditions.add(statement.hasWords(query.q()));
        }
        return Clause.all(conditions, " and ").in("select count(*) from entry e where %s");
    }

    private Clause page() {
        var q = query.q();
        var ranks = new ArrayList<Clause>();
        if (q == null) {
            ranks.add(rank(EXACT, subquery -> List.of()));
        } else {
            if (query.after() == null || query.after().rank() == EXACT) {
                ranks.add(rank(EXACT, subquery -> List.of(isNamed(q, subquery))));
            }
            ranks.add(rank(
                    ANY, subquery -> List.of(hasWords(q), isNamed(q, subquery).in("not %s"))));
        }
        var position = knownAt == null
                ? Clause.of(PositionRepository.NOW)
                : Clause.of(PositionRepository.THEN, EntryRepository.at(knownAt));
        var entries = Clause.all(ranks, " union all ")
                .in("select * from (%s) ranks order by rank, id limit ?")
                .with(query.limit() + 1);
        return Clause.all(
                List.of(
                        position.in("select %s as position,"),
                        Clause.of("(select max(recorded_at) from stream where name = any (?)) as pin, d.*", streams()),
                        entries.in("""
                                from (values (1)) one(row) left join (%s) d on true order by d.rank, d.id""")),
                " ");
    }

    /** Returns the streams that the page is read from. */
    private List<String> streams() {
        var streams = new ArrayList<String>();
        streams.add(stream);
        for (var condition : query.conditions()) {
            if (condition instanceof NamedBy by) {
                streams.add(by.stream());
            }
        }
        return List.copyOf(streams);
    }

    /** Returns the first entries of a rank, in the order of ids. */
    private Clause rank(int rank, EntryScan.Conditions further) {
        var after = query.after();
        return scan(rank)
                .first(
                        COLUMNS.formatted(rank),
                        subquery -> Stream.concat(conditions(subquery).stream(), further.of(subquery).stream())
                                .toList(),
                        after != null && after.rank() == rank ? after.id() : null,
                        query.limit() + 1);
    }

    /** Begins with a facet that every result has, if a filter has a single value. */
    private EntryScan scan(int rank) {
        var all = EntryScan.of(stream, knownAt);
        if (query.q() != null && rank == EXACT) {
            return all.having(Facet.term(stream, Facet.NAME, TextAnalyzer.phrase(query.q())));
        }
        var scan = query.q() == null ? all : all.byRows();
        return query.conditions().stream()
                .flatMap(condition -> condition instanceof Filter filter
                        ? terms(stream, filter).stream()
                                .filter(term -> filter.values().size() == 1)
                        : Stream.empty())
                .findFirst()
                .map(scan::having)
                .orElse(scan);
    }

    private List<Clause> conditions(UnaryOperator<String> subquery) {
        var conditions = new ArrayList<Clause>();
        var day = query.times().validAt();
        if (day != null) {
            conditions.add(Clause.valid("e", day));
        }
        if (!query.statuses().isEmpty()) {
            conditions.add(Clause.all(
                            query.statuses().stream()
                                    .sorted()
                                    .map(this::hasStatus)
                                    .toList(),
                            " or ")
                    .in("(%s)"));
        }
        query.conditions().forEach(condition -> conditions.add(holds(condition, subquery)));
        return conditions;
    }

    private Clause holds(Condition condition, UnaryOperator<String> subquery) {
        return switch (condition) {
            case Filter filter ->
                has(filter, filter.on() == null ? query.times().validAt() : filter.on(), subquery);
            case NamedBy namedBy -> isNamedBy(namedBy);
            case ValidWithin days -> overlaps(days);
        };
    }

    private Clause hasStatus(Status status) {
        return switch (status) {
            case PLANNED -> Clause.of("e.valid_from > ?", query.day());
            case ENDED -> Clause.of("e.valid_to < ?", query.day());
            case CURRENT ->
                Clause.of("(e.valid_from <= ? and least(e.valid_to, e.last_attested) >= ?)", query.day(), query.day());
            case UNCONFIRMED -> Clause.of("e.last_attested < ?", query.day());
        };
    }

    private Clause has(Filter filter, @Nullable LocalDate day, UnaryOperator<String> subquery) {
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.of("f.term = any (?) and f.id = e.id and f.version = e.version", terms(stream, filter)));
        conditions.add(known("f"));
        if (day != null) {
            conditions.add(Clause.valid("f", day));
        }
        return Clause.all(conditions, " and ").in("exists (" + subquery.apply("select 1 from facet f where %s") + ")");
    }

    private Clause isNamedBy(NamedBy by) {
        var first = Facet.term(by.stream(), by.field(), "");
        var beyond = first.substring(0, first.length() - 1) + (char) (first.charAt(first.length() - 1) + 1);
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.of(NAMED, first.length() + 1, by.stream(), first, beyond));
        conditions.add(known("n"));
        conditions.add(Clause.of("f.term = any (?)", terms(by.stream(), by.filter())));
        conditions.add(known("f"));
        var day = query.times().validAt();
        if (day != null) {
            conditions.add(Clause.valid("f", day));
            conditions.add(Clause.valid("o", day));
        }
        return Clause.all(conditions, " and ").in("e.id = any (array(%s))");
    }

    private static Clause overlaps(ValidWithin days) {
        return Clause.of(
                "(e.valid_from <= ? and e.valid_to >= ?)",
                days.last() == null ? LocalDate.MAX : days.last(),
                days.first() == null ? LocalDate.MIN : days.first());
    }

    private static List<String> terms(String stream, Filter filter) {
        return filter.values().stream()
                .map(value -> Facet.term(stream, filter.name(), value))
                .toList();
    }

    private Clause isNamed(String q, UnaryOperator<String> subquery) {
        return has(new Filter(Facet.NAME, List.of(TextAnalyzer.phrase(q)), null), null, subquery);
    }

    private Clause hasWords(String q) {
        var words = Clause.of("e.words @@ ?::tsquery", TextAnalyzer.fullTextQuery(TextAnalyzer.query(q), true));
        return Clause.all(List.of(Clause.indexedStream(stream), words), " and ");
    }

    private Clause known(String table) {
        return Clause.known(table, knownAt);
    }
}
