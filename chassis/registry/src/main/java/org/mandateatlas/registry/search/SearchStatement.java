package org.mandateatlas.registry.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * ids, once for all of its tiers, and the index of words finds the others of a tier only where these do not fill the page.
 */
final class SearchStatement {

    /** Sorts after every text with the same beginning. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String NO_PAGE = """
            page as (select null::text as tier, 0 as place, e.stream, e.id, e.version, e.id as phrase, e.named
                     from entry e where false)""";

    private static final Pattern MARKER = Pattern.compile("\\{(\\w+)}");

    private static final String EXACT = """
            (select e.stream, e.id, e.version, '' collate "C" as phrase, e.named
             from (select distinct f.id, f.version from facet f where {named}) f
             cross join lateral (
                 select e.* from entry e where {entry} and e.id = f.id and e.version = f.version offset 0) e
             where {conditions} order by e.id limit {some})""";

    private static final String BEGINNINGS = """
            (select e.stream, e.id, e.version, substr(f.term, {start}) as phrase, e.named
             from facet f
             cross join lateral (
                 select e.* from entry e where {entry} and e.id = f.id and e.version = f.version offset 0) e
             where {conditions} order by f.term, f.id limit {some})""";

    /** The tested entries that match at all, each with its best manner. */
    private static final String TESTED = """
            tested_{scan} as materialized (
                select e.stream, e.id, e.version, e.named,
                       case when {nameWords} then 'NAME_WORDS' when {namePrefixes} then 'NAME_PREFIXES'
                            when {words} then 'WORDS' else 'PREFIXES' end as manner
                from ({entries}) e where {conditions} order by e.tested)""";

    private static final String NEAR = """
            near_{probe} as materialized (
                select t.stream, t.id, t.version, t.named from tested_{scan} t
                where t.manner = '{manner}' order by t.id limit {some})""";

    /** The index of words alone finds the entries, as no other condition can be one of an index. */
    private static final String WORDS = """
            (select e.stream, e.id, e.version, '' collate "C" as phrase, e.named
             from (select * from near_{probe}
                   union all
                   select e.stream, e.id, e.version, e.named
                   from last_{scan} l cross join (select e.* from entry e where {matches} offset 0) e
                   where (select count(*) from near_{probe}) <= {page} and e.id > l.id and {conditions}) e
             order by e.id limit {some})""";

    private final SearchQuery query;
    private final List<Clause> expressions = new ArrayList<>();

    /** The number of each scan, by stream and the id that it begins after. */
    private final Map<String, Integer> scans = new HashMap<>();

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
        var streams = query.types().stream().map(DocumentType::stream).toList();
        var matches = List.of(
                statement.condition(Manner.PREFIXES),
                statement.condition(Manner.BEGINNING),
                statement.condition(Manner.EXACT));
        var conditions = new ArrayList<>(statement.validity());
        conditions.add(Clause.of("e.stream = any (?)", streams));
        conditions.add(statement.known("e"));
        conditions.add(Clause.all(matches, " or ").in("(%s)"));
        return and(conditions).in("select count(*) from entry e where %s");
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
        var gate = probes == 0 ? "" : " where (select n from count_" + (probes - 1) + ") <= {page}";
        expressions.add(fill(
                "probe_" + probes + " as materialized (select '" + tier.letter() + "' as tier, " + probes
                        + " as place, f.* from {found} f" + gate + ")",
                Map.of("found", found)));
        expressions.add(Clause.of("count_" + probes + " as materialized (select (select count(*) from probe_" + probes
                + ")" + (probes == 0 ? "" : " + (select n from count_" + (probes - 1) + ")") + " as n)"));
        probes++;
    }

    private Clause exact(DocumentType<?> type, @Nullable SearchOrder after) {
        var names = query.phrase().phrases().stream()
                .map(phrase -> Facet.term(type.stream(), Facet.NAME, phrase))
                .toList();
        var conditions = new ArrayList<>(validity());
        conditions.add(condition(Manner.EXACT));
        if (after != null) {
            conditions.add(Clause.of("e.id > ?", after.id()));
        }
        return fill(
                EXACT,
                Map.of(
                        "named",
                        and(List.of(Clause.of("f.term = any (?)", names), known("f"))),
                        "entry",
                        scan(type).entry(),
                        "conditions",
                        and(conditions)));
    }

    /** In the order of names; a document with several names that match is found by the first. */
    private Clause beginnings(DocumentType<?> type, @Nullable SearchOrder after) {
        var prefix = Facet.term(type.stream(), Facet.NAME, "");
        var start = prefix.length() + 1;
        var conditions = new ArrayList<>(validity());
        conditions.add(within("f.term", prefix));
        conditions.add(known("f"));
        conditions.add(condition(Manner.EXACT).in("not %s"));
        conditions.add(within("p", "")
                .in("substr(f.term, " + start + ") = (select min(p) from unnest(e.phrases) p where %s)"));
        if (after != null) {
            conditions.add(Clause.of("(f.term, f.id) > (?, ?)", prefix + after.phrase(), after.id()));
        }
        return fill(
                BEGINNINGS, Map.of("start", text(start), "entry", scan(type).entry(), "conditions", and(conditions)));
    }

    private Clause words(Manner manner, DocumentType<?> type, @Nullable SearchOrder after) {
        var scan = tested(type, after == null ? "" : after.id());
        var numbers = Map.of("probe", text(probes), "scan", text(scan), "manner", text(manner.name()));
        expressions.add(fill(NEAR, numbers));
        var conditions = new ArrayList<>(validity());
        manner.better().forEach(better -> conditions.add(condition(better).in("not %s")));
        var parts = new HashMap<>(numbers);
        parts.put("matches", and(List.of(known("e"), Clause.indexedStream(type.stream()), condition(manner))));
        parts.put("conditions", and(conditions));
        return fill(WORDS, parts);
    }

    /** Adds the scan of a collection unless it is there, and returns its number. */
    private int tested(DocumentType<?> type, String begin) {
        var key = type.stream() + " " + begin;
        if (!scans.containsKey(key)) {
            scans.put(key, scans.size());
            var number = text(scans.size() - 1);
            var conditions = new ArrayList<>(validity());
            conditions.add(condition(query.namesOnly() ? Manner.NAME_PREFIXES : Manner.PREFIXES));
            conditions.add(condition(Manner.EXACT).in("not %s"));
            conditions.add(condition(Manner.BEGINNING).in("not %s"));
            expressions.add(fill(
                    TESTED,
                    Map.of(
                            "scan",
                            number,
                            "nameWords",
                            condition(Manner.NAME_WORDS),
                            "namePrefixes",
                            condition(Manner.NAME_PREFIXES),
                            "words",
                            condition(Manner.WORDS),
                            "entries",
                            scan(type).tested(begin),
                            "conditions",
                            and(conditions))));
            expressions.add(scan(type).lastTested(begin).in("last_" + number.sql() + " as materialized (%s)"));
        }
        return Objects.requireNonNull(scans.get(key));
    }

    /** Fills the places of a template; {@code page} and {@code some} are the size of a page and one more. */
    private Clause fill(String template, Map<String, Clause> parts) {
        var all = new HashMap<>(parts);
        all.put("page", Clause.of("?", query.limit()));
        all.put("some", Clause.of("?", query.limit() + 1));
        var values = new ArrayList<Object>();
        var sql = MARKER.matcher(template).replaceAll(marker -> {
            var part = Objects.requireNonNull(all.get(marker.group(1)), marker.group());
            values.addAll(part.values());
            return Matcher.quoteReplacement(part.sql());
        });
        return new Clause(sql, values);
    }

    private static Clause text(Object text) {
        return Clause.of(text.toString());
    }

    private static Clause and(List<Clause> conditions) {
        return Clause.all(conditions, " and ");
    }

    private Clause known(String table) {
        return Clause.known(table, query.times().knownAt());
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
