package org.mandateatlas.registry.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.Clause;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.EntryScan;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.search.Tier.Manner;

/**
 * The common table expressions that find a page of results; the last of them is {@code page}.
 *
 * <p>Each tier of each collection is a probe that returns at most a page, and is executed only while the probes before it do not
 * fill the page. Words are looked for as by an {@link EntryScan}: the first entries of a collection are tested in the order of
 * ids, once for all of its tiers, and the full-text index finds the others of a tier only where these do not fill the page.
 */
final class SearchStatement {

    /** Sorts after every text with the same beginning. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String NO_PAGE = """
            page as (select null::text as tier, 0 as place, e.stream, e.id, e.version, e.id as phrase, e.named
                     from entry e where false)""";

    private static final String COLUMNS = "select e.stream, e.id, e.version, %1 as phrase, e.named from %2 where ";
    private static final String NO_PHRASE = "'' collate \"C\"";

    /** The tested entries that match at all, each with its best manner. */
    private static final String TESTED = """
            select e.stream, e.id, e.version, e.named,
                   case when %1 then 'NAME_WORDS' when %2 then 'NAME_PREFIXES' when %3 then 'WORDS' else 'PREFIXES' end
                       as manner
            from""";

    private static final String NEAR = """
            near_%n as materialized (
                select t.stream, t.id, t.version, t.named from tested_%t t where t.manner = '%m' order by t.id limit ?)""";

    private static final String FAR = """
            (select e.stream, e.id, e.version, '' collate "C" as phrase, e.named
             from (select * from near_%n union all
                   select e.stream, e.id, e.version, e.named
                   from last_%t l cross join lateral (select e.* from entry e where e.id > l.id and %s offset 0) e
                   where (select count(*) from near_%n)""";

    private final SearchQuery query;
    private final List<Clause> expressions = new ArrayList<>();

    /** The number of each scan, by stream and the id that it begins after. */
    private final Map<String, Integer> scans = new LinkedHashMap<>();

    private int probes;

    private SearchStatement(SearchQuery query) {
        this.query = query;
    }

    /** Returns the expressions, separated by commas. */
    static Clause of(SearchQuery query) {
        var statement = new SearchStatement(query);
        for (var tier : Tier.values()) {
            statement.types(tier).forEach(type -> statement.probe(tier, type));
        }
        statement.page();
        return Clause.all(statement.expressions, ", ");
    }

    /** Returns the statement that counts the results of all pages. */
    static Clause counting(SearchQuery query) {
        var statement = new SearchStatement(query);
        var conditions = new ArrayList<Clause>();
        conditions.add(Clause.of(
                "e.stream = any (?)",
                query.types().stream().map(DocumentType::stream).toList()));
        conditions.add(Clause.known("e", query.times().knownAt()));
        conditions.addAll(statement.validity());
        conditions.add(Clause.all(
                        List.of(
                                statement.condition(Manner.PREFIXES),
                                statement.condition(Manner.BEGINNING),
                                statement.condition(Manner.EXACT)),
                        " or ")
                .in("(%s)"));
        return Clause.all(conditions, " and ").in("select count(*) from entry e where %s");
    }

    private void page() {
        if (probes == 0) {
            expressions.add(Clause.of(NO_PAGE));
            return;
        }
        var found = IntStream.range(0, probes)
                .mapToObj(probe -> "select * from probe_" + probe)
                .collect(Collectors.joining(" union all "));
        expressions.add(Clause.of(
                "page as materialized (select * from (" + found + ") found order by place, phrase, id limit ?)",
                query.limit() + 1));
    }

    /** Returns the collections that can have results in a tier, in their order, without those before the page. */
    private List<DocumentType<?>> types(Tier tier) {
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

    /** Adds the probe of a tier in a collection, and the number of results up to it. */
    private void probe(Tier tier, DocumentType<?> type) {
        var after = query.after() != null
                        && SearchOrder.prefix(tier, type).equals(query.after().prefix())
                ? query.after()
                : null;
        var found = switch (tier.manner()) {
            case EXACT -> exact(type, after);
            case BEGINNING -> beginnings(type, after);
            case NAME_WORDS, NAME_PREFIXES, WORDS, PREFIXES -> words(tier.manner(), type, after);
        };
        var gate = probes == 0 ? "" : " where (select n from count_" + (probes - 1) + ") <= " + query.limit();
        expressions.add(found.in("probe_" + probes + " as materialized (select '" + tier.letter() + "' as tier, "
                + probes + " as place, f.* from %s f" + gate + ")"));
        expressions.add(Clause.of("count_" + probes + " as materialized (select (select count(*) from probe_" + probes
                + ")" + (probes == 0 ? "" : " + (select n from count_" + (probes - 1) + ")") + " as n)"));
        probes++;
    }

    private Clause exact(DocumentType<?> type, @Nullable SearchOrder after) {
        var names = query.phrase().phrases().stream()
                .map(phrase -> Facet.term(type.stream(), Facet.NAME, phrase))
                .toList();
        var conditions = new ArrayList<Clause>();
        conditions.add(scan(type).entry());
        conditions.addAll(validity());
        conditions.add(Clause.of("e.id in (select f.id from facet f where f.term = any (?))", names));
        conditions.add(condition(Manner.EXACT));
        if (after != null) {
            conditions.add(Clause.of("e.id > ?", after.id()));
        }
        return first(conditions, COLUMNS.replace("%1", NO_PHRASE).replace("%2", "entry e"), "e.id");
    }

    /** In the order of names; a document with several names that match is found by the first. */
    private Clause beginnings(DocumentType<?> type, @Nullable SearchOrder after) {
        var prefix = Facet.term(type.stream(), Facet.NAME, "");
        var phrase = "substr(f.term, " + (prefix.length() + 1) + ")";
        var conditions = new ArrayList<Clause>();
        conditions.add(scan(type).entry());
        conditions.addAll(validity());
        conditions.add(condition(Manner.EXACT).in("not %s"));
        conditions.add(within("f.term", prefix));
        conditions.add(Clause.known("f", query.times().knownAt()));
        conditions.add(within("p", "").in(phrase + " = (select min(p) from unnest(e.phrases) p where %s)"));
        if (after != null) {
            conditions.add(Clause.of("(f.term, f.id) > (?, ?)", prefix + after.phrase(), after.id()));
        }
        var tables = "facet f join entry e on e.stream = f.stream and e.id = f.id and e.version = f.version";
        return first(conditions, COLUMNS.replace("%1", phrase).replace("%2", tables), "f.term, f.id");
    }

    private Clause first(List<Clause> conditions, String columns, String order) {
        return Clause.all(conditions, " and ")
                .in("(" + columns + "%s order by " + order + " limit ?)")
                .with(query.limit() + 1);
    }

    private Clause words(Manner manner, DocumentType<?> type, @Nullable SearchOrder after) {
        var scan = Integer.toString(tested(type, after == null ? "" : after.id()));
        expressions.add(Clause.of(
                NEAR.replace("%n", Integer.toString(probes)).replace("%t", scan).replace("%m", manner.name()),
                query.limit() + 1));
        var conditions = new ArrayList<Clause>();
        conditions.add(scan(type).entry());
        conditions.addAll(validity());
        conditions.add(condition(manner));
        manner.better().forEach(better -> conditions.add(condition(better).in("not %s")));
        return Clause.all(conditions, " and ")
                .in(FAR.replace("%n", Integer.toString(probes)).replace("%t", scan) + " <= " + query.limit()
                        + ") e order by e.id limit ?)")
                .with(query.limit() + 1);
    }

    /** Adds the scan of a collection unless it is there, and returns its number. */
    private int tested(DocumentType<?> type, String begin) {
        var key = type.stream() + " " + begin;
        if (!scans.containsKey(key)) {
            var number = scans.size();
            scans.put(key, number);
            var conditions = new ArrayList<Clause>();
            conditions.add(condition(query.namesOnly() ? Manner.NAME_PREFIXES : Manner.PREFIXES));
            conditions.addAll(validity());
            conditions.add(condition(Manner.EXACT).in("not %s"));
            conditions.add(condition(Manner.BEGINNING).in("not %s"));
            expressions.add(Clause.all(
                            List.of(
                                    manners(),
                                    scan(type).tested(begin).in("(%s) e"),
                                    Clause.all(conditions, " and ").in("where %s order by e.tested")),
                            " ")
                    .in("tested_" + number + " as materialized (%s)"));
            expressions.add(scan(type).lastTested(begin).in("last_" + number + " as materialized (%s)"));
        }
        return Objects.requireNonNull(scans.get(key));
    }

    private Clause manners() {
        var conditions =
                List.of(condition(Manner.NAME_WORDS), condition(Manner.NAME_PREFIXES), condition(Manner.WORDS));
        var sql = TESTED;
        for (var i = 0; i < conditions.size(); i++) {
            sql = sql.replace("%" + (i + 1), conditions.get(i).sql());
        }
        return new Clause(
                sql,
                conditions.stream()
                        .flatMap(condition -> condition.values().stream())
                        .toList());
    }

    private EntryScan scan(DocumentType<?> type) {
        return EntryScan.of(type.stream(), query.times().knownAt()).byRows();
    }

    private Clause condition(Manner manner) {
        var phrase = query.phrase();
        return switch (manner) {
            case EXACT -> Clause.of("(e.phrases && ? or e.id = ?)", phrase.phrases(), phrase.id());
            case BEGINNING -> within("p", "").in("exists (select 1 from unnest(e.phrases) p where %s)");
            case NAME_WORDS -> Clause.of("e.name_words @@ ?::tsquery", phrase.wholeWords());
            case NAME_PREFIXES -> Clause.of("e.name_words @@ ?::tsquery", phrase.prefixes());
            case WORDS -> Clause.of("e.words @@ ?::tsquery", phrase.wholeWords());
            case PREFIXES -> Clause.of("e.words @@ ?::tsquery", phrase.prefixes());
        };
    }

    /** Returns the condition that a text begins with the phrase, as ranges of an index. */
    private Clause within(String text, String prefix) {
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

    private List<Clause> validity() {
        var day = query.times().validAt();
        return day == null ? List.of() : List.of(Clause.valid("e", day));
    }
}
