package org.mandateatlas.chassis.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.registry.Query.Filter;
import org.mandateatlas.chassis.time.Validity.Status;

/**
 * The statement that reads a page of a collection.
 *
 * <p>Every filter is a probe of the facet index, current or known at an instant alike.
 */
final class ListStatement {

    private static final String NOW_KNOWN = "%s.known_to is null";
    private static final String THEN_KNOWN = "%1$s.known_from <= ? and (%1$s.known_to is null or %1$s.known_to > ?)";
    private static final String VALID = "%1$s.valid_from <= ? and %1$s.valid_to >= ?";
    private static final String RANK = """
            case when ? = any (e.exact) then 0
                 when exists (select 1 from unnest(e.exact) name where starts_with(name, ?)) then 1
                 else 2 end""";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> conditionValues = new ArrayList<>();
    private final List<Object> rankValues = new ArrayList<>();
    private final String stream;
    private final Query query;
    private final @Nullable Instant knownAt;
    private String rank = "0";

    private ListStatement(DocumentType<?> type, Query query, @Nullable Instant knownAt) {
        this.stream = type.stream();
        this.query = query;
        this.knownAt = knownAt;
        where("e.stream = ?", stream);
        known("e", conditions, conditionValues);
        if (query.times().validAt() != null) {
            where(VALID.formatted("e"), query.times().validAt(), query.times().validAt());
        }
        whereStatus();
        for (var i = 0; i < query.filters().size(); i++) {
            filter("f" + i, query.filters().get(i));
        }
        search();
    }

    /** Returns the statement for a page. */
    static Built of(DocumentType<?> type, Query query, @Nullable Instant knownAt) {
        return new ListStatement(type, query, knownAt).page();
    }

    /** Returns the statement that counts all there is. */
    static Built counting(DocumentType<?> type, Query query, @Nullable Instant knownAt) {
        return new ListStatement(type, query, knownAt).count();
    }

    private void known(String table, List<String> into, List<Object> values) {
        if (knownAt == null) {
            into.add(NOW_KNOWN.formatted(table));
        } else {
            into.add(THEN_KNOWN.formatted(table));
            values.add(EntryRepository.at(knownAt));
            values.add(EntryRepository.at(knownAt));
        }
    }

    private void whereStatus() {
        if (query.statuses().isEmpty()) {
            return;
        }
        var ways = query.statuses().stream()
                .sorted()
                .map(status -> switch (status) {
                    case PLANNED -> "e.valid_from > ?";
                    case ENDED -> "e.valid_to < ?";
                    case CURRENT -> "(" + VALID.formatted("e") + ")";
                })
                .collect(Collectors.joining(" or ", "(", ")"));
        conditions.add(ways);
        for (var status : query.statuses().stream().sorted().toList()) {
            conditionValues.add(query.day());
            if (status == Status.CURRENT) {
                conditionValues.add(query.day());
            }
        }
    }

    private void filter(String alias, Filter filter) {
        var terms = filter.values().stream()
                .map(value -> Facet.term(stream, filter.name(), value))
                .toList();
        var day = filter.on() == null ? query.times().validAt() : filter.on();
        var probe = new ArrayList<String>();
        var values = new ArrayList<>();
        probe.add(alias + ".id = e.id and " + alias + ".version = e.version");
        known(alias, probe, values);
        if (day != null) {
            probe.add(VALID.formatted(alias));
            values.add(day);
            values.add(day);
        }
        var exists = "exists (select 1 from facet " + alias + " where " + alias + ".term = any (?) and "
                + String.join(" and ", probe) + ")";
        conditions.add(exists);
        conditionValues.add(terms);
        conditionValues.addAll(values);
    }

    private void search() {
        var q = query.q();
        if (q == null) {
            return;
        }
        var prefixes = Words.query(q).stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
        where("e.words @@ ?::tsquery", prefixes);
        rank = RANK;
        rankValues.add(Words.phrase(q));
        rankValues.add(Words.phrase(q));
    }

    private void where(String condition, Object... values) {
        conditions.add(condition);
        conditionValues.addAll(List.of(values));
    }

    private Built page() {
        var after = query.after();
        var goOn = "";
        var goOnValues = new ArrayList<>();
        if (after != null) {
            goOn = query.q() == null ? " and e.id > ?" : " and (" + rank + ", e.id) > (?, ?)";
            if (query.q() != null) {
                goOnValues.addAll(rankValues);
                goOnValues.add(after.rank());
            }
            goOnValues.add(after.id());
        }
        var sql = "select " + (knownAt == null ? PositionRepository.NOW : PositionRepository.THEN) + " as position,"
                + " (select recorded_at from stream where name = ?) as pin, d.*"
                + " from (values (1)) one(row) left join lateral (select e.id as document_id, e.version,"
                + " e.known_from as recorded_at, r.document, e.valid_from, e.valid_to, e.rank from (select e.*, "
                + rank + " as rank from entry e where " + String.join(" and ", conditions) + goOn
                + " order by " + (query.q() == null ? "" : "rank, ") + "e.id limit ?) e"
                + " join revision r on r.stream = e.stream and r.document_id = e.id and r.version = e.version"
                + " order by e.rank, e.id) d on true order by d.rank, d.document_id";
        var values = new ArrayList<>();
        if (knownAt != null) {
            values.add(EntryRepository.at(knownAt));
        }
        values.add(stream);
        values.addAll(rankValues);
        values.addAll(conditionValues);
        values.addAll(goOnValues);
        values.add(query.limit() + 1);
        return new Built(sql, values);
    }

    private Built count() {
        var values = new ArrayList<>(conditionValues);
        return new Built("select count(*) from entry e where " + String.join(" and ", conditions), values);
    }

    /**
     * A statement with its values.
     *
     * @param sql the text
     * @param values the values, in the order of its question marks
     */
    record Built(String sql, List<Object> values) {}
}
