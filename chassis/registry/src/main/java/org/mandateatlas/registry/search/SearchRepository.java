package org.mandateatlas.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.Clause;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Page;
import org.mandateatlas.registry.PositionRepository;
import org.mandateatlas.registry.StatementRepository;
import org.mandateatlas.registry.StoredDocument;
import org.mandateatlas.registry.VersionedDocument;
import org.mandateatlas.registry.search.SearchResults.Result;
import org.mandateatlas.registry.search.Tier.Manner;

/**
 * Searches the index: each tier of each collection is a probe that returns at most a page, and a tier is read only while the better
 * tiers do not fill the page.
 */
@ApplicationScoped
class SearchRepository {

    /** Sorts after every text with the same beginning. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String ROWS = """
            select 0 as part, %s as position, (select max(recorded_at) from stream) as pin, null::text as tier,
                   null::int as place, null::text collate "C" as phrase, null::text collate "C" as stream, null::text collate "C" as id,
                   null::int as version, null::timestamptz as recorded_at, null::date as valid_from,
                   null::date as valid_to, null::json as document
            union all
            select 1, null, null, p.tier, p.place, p.phrase, p.stream, p.id,
                   p.version, e.known_from, e.valid_from, e.valid_to, r.document
            from page p
            join entry e on e.stream = p.stream and e.id = p.id and e.version = p.version
            join revision r on r.stream = p.stream and r.document_id = p.id and r.version = p.version
            union all""";

    private static final String MENTIONED = """
            select 2, null, null, null, null, null, e.stream, e.id, e.version, e.known_from, e.valid_from, e.valid_to,
                   r.document
            from (select distinct split_part(mention, ':', 1) as stream, split_part(mention, ':', 2) as id
                  from page p cross join unnest(p.named) mention) m
            join entry e on e.stream = m.stream and e.id = m.id and %s
            join revision r on r.stream = e.stream and r.document_id = e.id and r.version = e.version
            order by part, place, phrase, id""";

    private final StatementRepository statements;
    private final DocumentTypes types;

    SearchRepository(StatementRepository statements, DocumentTypes types) {
        this.statements = statements;
        this.types = types;
    }

    /** Returns a page of results. */
    SearchResults search(SearchQuery query) {
        return statements.select(statement(query), rows -> read(query, rows));
    }

    /** Returns the number of results on all pages. */
    long count(SearchQuery query) {
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.of(
                "e.stream = any (?)",
                query.types().stream().map(DocumentType::stream).toList()));
        conditions.addAll(times(query));
        conditions.add(Clause.all(
                        List.of(
                                condition(Manner.PREFIXES, query),
                                condition(Manner.BEGINNING, query),
                                condition(Manner.EXACT, query)),
                        " or ")
                .in("(%s)"));
        return statements.select(Clause.all(conditions, " and ").in("select count(*) from entry e where %s"), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private Clause statement(SearchQuery query) {
        var parts = new ArrayList<Clause>();
        var tiers = new ArrayList<String>();
        var place = 0;
        for (var tier : Tier.values()) {
            var probes = new ArrayList<Clause>();
            for (var type : types(query, tier)) {
                probes.add(probe(query, tier, type, place++));
            }
            if (!probes.isEmpty()) {
                parts.add(Clause.all(probes, " union all ")
                        .in("tier_" + tier.letter() + " as materialized (select * from (%s) found" + gate(tiers, query)
                                + ")"));
                tiers.add("tier_" + tier.letter());
            }
        }
        parts.add(page(tiers, query));
        var knownAt = query.times().knownAt();
        return Clause.all(
                List.of(
                        Clause.all(parts, ", ").in("with %s"),
                        PositionRepository.at(knownAt).in(ROWS),
                        Clause.known("e", knownAt).in(MENTIONED)),
                " ");
    }

    private static String gate(List<String> tiers, SearchQuery query) {
        return tiers.isEmpty()
                ? ""
                : tiers.stream()
                        .map(tier -> "(select count(*) from " + tier + ")")
                        .collect(Collectors.joining(" + ", " where ", " <= " + query.limit()));
    }

    private static Clause page(List<String> tiers, SearchQuery query) {
        if (tiers.isEmpty()) {
            return Clause.of("""
                    page as (select null::text as tier, 0 as place, e.stream, e.id, e.version, e.id as phrase, e.named
                             from entry e where false)""");
        }
        var found = tiers.stream().map(tier -> "select * from " + tier).collect(Collectors.joining(" union all "));
        return Clause.of(
                "page as materialized (select * from (" + found + ") found order by place, phrase, id limit ?)",
                query.limit() + 1);
    }

    /** Returns the collections that can have results in a tier, in their order, without those before the page. */
    private static List<DocumentType<?>> types(SearchQuery query, Tier tier) {
        if (query.namesOnly() && !tier.manner().isOfNames()) {
            return List.of();
        }
        var after = query.after();
        return query.types().stream()
                .filter(tier::holds)
                .filter(type -> after == null || SearchOrder.prefix(tier, type).compareTo(after.prefix()) >= 0)
                .sorted(Comparator.comparing(type -> SearchOrder.prefix(tier, type)))
                .toList();
    }

    /** Returns the first results of a tier in a collection, in their order. */
    private static Clause probe(SearchQuery query, Tier tier, DocumentType<?> type, int place) {
        var after = query.after() != null
                        && SearchOrder.prefix(tier, type).equals(query.after().prefix())
                ? query.after()
                : null;
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.of("e.stream = ?", type.stream()));
        conditions.addAll(times(query));
        tier.manner()
                .better()
                .forEach(better -> conditions.add(condition(better, query).in("not %s")));
        var columns = "(select '" + tier.letter() + "' as tier, " + place
                + " as place, e.stream, e.id, e.version, %1 as phrase, e.named from %2 where ";
        return tier.manner() == Manner.BEGINNING
                ? beginnings(query, type, after, conditions, columns)
                : matches(query, tier.manner(), type, after, conditions, columns);
    }

    private static Clause matches(
            SearchQuery query,
            Manner manner,
            DocumentType<?> type,
            @Nullable SearchOrder after,
            List<Clause> conditions,
            String columns) {
        conditions.add(
                manner == Manner.EXACT
                        ? Clause.of("e.id in (select f.id from facet f where f.term = any (?))", terms(query, type))
                        : condition(manner, query));
        if (manner == Manner.EXACT) {
            conditions.add(condition(manner, query));
        }
        if (after != null) {
            conditions.add(Clause.of("e.id > ?", after.id()));
        }
        return Clause.all(conditions, " and ")
                .in(columns.replace("%1", "'' collate \"C\"").replace("%2", "entry e") + "%s order by e.id limit ?)")
                .with(query.limit() + 1);
    }

    /** In the order of names; a document with several names that match is found by the first. */
    private static Clause beginnings(
            SearchQuery query,
            DocumentType<?> type,
            @Nullable SearchOrder after,
            List<Clause> conditions,
            String columns) {
        var prefix = Facet.term(type.stream(), Facet.NAME, "");
        var phrase = "substr(f.term, " + (prefix.length() + 1) + ")";
        conditions.add(within("f.term", query, prefix));
        conditions.add(Clause.known("f", query.times().knownAt()));
        conditions.add(within("p", query, "").in(phrase + " = (select min(p) from unnest(e.phrases) p where %s)"));
        if (after != null) {
            conditions.add(Clause.of("(f.term, f.id) > (?, ?)", prefix + after.phrase(), after.id()));
        }
        var table = "facet f join entry e on e.stream = f.stream and e.id = f.id and e.version = f.version";
        return Clause.all(conditions, " and ")
                .in(columns.replace("%1", phrase).replace("%2", table) + "%s order by f.term, f.id limit ?)")
                .with(query.limit() + 1);
    }

    private static List<String> terms(SearchQuery query, DocumentType<?> type) {
        return query.phrase().phrases().stream()
                .map(phrase -> Facet.term(type.stream(), Facet.NAME, phrase))
                .toList();
    }

    private static Clause condition(Manner manner, SearchQuery query) {
        var phrase = query.phrase();
        return switch (manner) {
            case EXACT -> Clause.of("(e.phrases && ? or e.id = ?)", phrase.phrases(), phrase.id());
            case BEGINNING -> within("p", query, "").in("exists (select 1 from unnest(e.phrases) p where %s)");
            case NAME_WORDS -> Clause.of("e.name_words @@ ?::tsquery", phrase.wholeWords());
            case NAME_PREFIXES -> Clause.of("e.name_words @@ ?::tsquery", phrase.prefixes());
            case WORDS -> Clause.of("e.words @@ ?::tsquery", phrase.wholeWords());
            case PREFIXES -> Clause.of("e.words @@ ?::tsquery", phrase.prefixes());
        };
    }

    /** Returns the condition that a text begins with the phrase, as ranges of an index. */
    private static Clause within(String text, SearchQuery query, String prefix) {
        return Clause.all(
                        query.phrase().phrases().stream()
                                .map(phrase -> Clause.of(
                                        "(" + text + " >= ? and " + text + " < ?)",
                                        prefix + phrase,
                                        prefix + phrase + LAST))
                                .toList(),
                        " or ")
                .in("(%s)");
    }

    private static List<Clause> times(SearchQuery query) {
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.known("e", query.times().knownAt()));
        var day = query.times().validAt();
        if (day != null) {
            conditions.add(Clause.valid("e", day));
        }
        return conditions;
    }

    private SearchResults read(SearchQuery query, ResultSet rows) throws SQLException {
        rows.next();
        var position = rows.getString("position");
        var pin = Page.pin(
                query.times().knownAt(),
                rows.getObject("pin", OffsetDateTime.class).toInstant());
        var found = new ArrayList<Result>();
        var mentioned = new ArrayList<VersionedDocument>();
        while (rows.next()) {
            if (rows.getInt("part") == 1) {
                found.add(result(rows));
            } else {
                mentioned.add(new VersionedDocument(
                        types.of(rows.getString("stream")),
                        rows.getString("id"),
                        Objects.requireNonNull(rows.getString("document"))));
            }
        }
        var more = found.size() > query.limit();
        return new SearchResults(
                position, pin, List.copyOf(more ? found.subList(0, query.limit()) : found), more, mentioned);
    }

    private Result result(ResultSet rows) throws SQLException {
        var stream = rows.getString("stream");
        var tier = Tier.of(rows.getString("tier").charAt(0));
        var order = new SearchOrder(
                tier, types.of(stream).searchRank(), stream, rows.getString("phrase"), rows.getString("id"));
        return new Result(
                order,
                new StoredDocument(
                        order.id(),
                        rows.getInt("version"),
                        rows.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        rows.getString("document"),
                        rows.getObject("valid_from", LocalDate.class),
                        rows.getObject("valid_to", LocalDate.class),
                        tier.ordinal()));
    }
}
