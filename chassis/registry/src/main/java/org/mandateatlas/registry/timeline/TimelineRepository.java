package org.mandateatlas.registry.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.Clause;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.Page;
import org.mandateatlas.registry.PositionRepository;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.StatementRepository;
import org.mandateatlas.registry.VersionedDocument;

/**
 * Reads the timeline from the index of dates. Each probe reads, in order, at most a page of the entries of one collection, one kind
 * of event or one subject. Separate probes find imprecise dates that begin before {@code from} and end after it.
 */
@ApplicationScoped
class TimelineRepository {

    private static final String PAGE = """
            with page as materialized (
                select * from (select distinct day, last_day, stream, id, place, version from (%s) found) entries
                order by day, last_day, stream, id, place limit ?)""";

    private static final String ROWS = """
            select 0 as part, %s as position, (select max(recorded_at) from stream) as pin, null::date as day,
                   null::date as last_day, null::text collate "C" as stream, null::text collate "C" as id,
                   null::integer as place, null::text as date, null::text as event, null::text as text,
                   null::text[] as subjects, null::json as citations, null::text as display_name,
                   null::json as document
            union all
            select 1, null, null, p.day, p.last_day, p.stream, p.id, p.place, i.date, i.event, i.text, i.subjects,
                   i.citations, null, null
            from page p
            join dated_item i on i.stream = p.stream and i.id = p.id and i.version = p.version and i.place = p.place
            union all""";

    private static final String MENTIONED = """
            select 2, null, null, null, null, e.stream, e.id, null, null, null, null, null, null, e.display_name, %d
            from (select p.stream, p.id from page p
                  union
                  select split_part(mention, ':', 1), split_part(mention, ':', 2)
                  from page p
                  join dated_item i
                    on i.stream = p.stream and i.id = p.id and i.version = p.version and i.place = p.place
                  join entry n on n.stream = p.stream and n.id = p.id and n.version = p.version
                  cross join unnest(i.named || n.named) mention) m
            join entry e on e.stream = m.stream and e.id = m.id and %s
            %j
            order by part, day, last_day, stream, id, place""";

    private static final String OF_THE_REVISION =
            "join revision r on r.stream = e.stream and r.document_id = e.id and r.version = e.version";

    private final StatementRepository statements;
    private final DocumentTypes types;

    TimelineRepository(StatementRepository statements, DocumentTypes types) {
        this.statements = statements;
        this.types = types;
    }

    /** Returns a page. */
    TimelineResults find(TimelineQuery query) {
        return statements.select(statement(query), rows -> read(query, rows));
    }

    /** Returns the number of entries on all pages. */
    long count(TimelineQuery query) {
        var probes = probes(query, false);
        var all = probes.isEmpty()
                ? Clause.of("select 0")
                : Clause.all(probes, " union all ")
                        .in("select count(*) from (select distinct stream, id, place from (%s) found) entries");
        return statements.select(all, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private static Clause statement(TimelineQuery query) {
        var probes = probes(query, true);
        var found = probes.isEmpty()
                ? Clause.of("select day, last_day, stream, id, place, version from dated_item where false")
                : Clause.all(probes, " union all ");
        var times = query.times();
        var dayNames = times.validAt() != null;
        var mentioned = MENTIONED
                .replace("%d", dayNames ? "r.document" : "null")
                .replace("%j", dayNames ? OF_THE_REVISION : "");
        return Clause.all(
                List.of(
                        found.in(PAGE).with(query.limit() + 1),
                        PositionRepository.at(times.knownAt()).in(ROWS),
                        Clause.known("e", times.knownAt()).in(mentioned)),
                " ");
    }

    /** Returns the probes for the subjects, or else the events, or else the collections. */
    private static List<Clause> probes(TimelineQuery query, boolean paged) {
        var probes = new ArrayList<Clause>();
        for (var dates : dates(query)) {
            if (!query.subjects().isEmpty()) {
                for (var term : query.subjects().getFirst()) {
                    var leading = Clause.of("k.term = ? and k.stream = any (?)", term, query.streams());
                    probes.add(probe(query, ofTerms(), leading, dates, null, paged));
                }
            } else if (!query.events().isEmpty()) {
                for (var event : query.events()) {
                    for (var stream : query.streams()) {
                        var leading = Clause.of("k.event = ? and k.stream = ?", event, stream);
                        probes.add(probe(query, "dated_item k", leading, dates, stream, paged));
                    }
                }
            } else {
                for (var stream : query.streams()) {
                    var leading = Clause.of("k.stream = ?", stream);
                    probes.add(probe(query, "dated_item k", leading, dates, stream, paged));
                }
            }
        }
        return probes;
    }

    private static String ofTerms() {
        return "dated_term k join dated_item i"
                + " on i.stream = k.stream and i.id = k.id and i.version = k.version and i.place = k.place";
    }

    /** Returns the index ranges of dates that may lie within the requested days. */
    private static List<Clause> dates(TimelineQuery query) {
        var from = query.from();
        var to = query.to();
        var dates = new ArrayList<Clause>();
        if (from == null) {
            dates.add(Clause.of("true"));
        } else {
            var month = from.withDayOfMonth(1);
            var year = from.withDayOfYear(1);
            dates.add(Clause.of("k.day >= ?", from));
            dates.add(Clause.of("k.precision = 'R' and k.day < ? and k.last_day >= ?", from, from));
            if (month.isBefore(from)) {
                dates.add(Clause.of(
                        "k.day = ? and k.last_day = ?",
                        month,
                        month.plusMonths(1).minusDays(1)));
            }
            if (year.isBefore(from)) {
                dates.add(Clause.of(
                        "k.day = ? and k.last_day = ?", year, year.plusYears(1).minusDays(1)));
            }
        }
        return to == null
                ? dates
                : dates.stream()
                        .map(range -> Clause.all(List.of(range, Clause.of("k.day <= ?", to)), " and "))
                        .toList();
    }

    private static Clause probe(
            TimelineQuery query, String tables, Clause leading, Clause dates, @Nullable String stream, boolean paged) {
        var item = stream == null ? "i" : "k";
        var conditions = new ArrayList<Clause>();
        conditions.add(leading);
        conditions.add(dates);
        conditions.add(Clause.known("e", query.times().knownAt()));
        var day = query.times().validAt();
        if (day != null) {
            conditions.add(Clause.valid(item, day));
        }
        if (stream == null && !query.events().isEmpty()) {
            conditions.add(Clause.of("i.event = any (?)", query.events()));
        }
        query.subjects().stream().skip(1).forEach(terms -> conditions.add(Clause.of(item + ".subjects && ?", terms)));
        if (paged && query.after() != null) {
            conditions.add(after(query.after(), stream));
        }
        var clause = Clause.all(conditions, " and ")
                .in("(select k.day, k.last_day, k.stream, k.id, k.place, k.version from " + tables
                        + " join entry e on e.stream = k.stream and e.id = k.id and e.version = k.version where %s"
                        + (paged ? order(stream) : "") + ")");
        return paged ? clause.with(query.limit() + 1) : clause;
    }

    private static String order(@Nullable String stream) {
        return stream == null
                ? " order by k.day, k.last_day, k.stream, k.id, k.place limit ?"
                : " order by k.day, k.last_day, k.id, k.place limit ?";
    }

    private static Clause after(TimelineOrder after, @Nullable String stream) {
        if (stream == null) {
            return Clause.of(
                    "(k.day, k.last_day, k.stream, k.id, k.place) > (?, ?, ?, ?, ?)",
                    after.day(),
                    after.lastDay(),
                    after.stream(),
                    after.id(),
                    after.place());
        }
        var compared = stream.compareTo(after.stream());
        if (compared == 0) {
            return Clause.of(
                    "(k.day, k.last_day, k.id, k.place) > (?, ?, ?, ?)",
                    after.day(),
                    after.lastDay(),
                    after.id(),
                    after.place());
        }
        return Clause.of(
                "(k.day, k.last_day) " + (compared < 0 ? ">" : ">=") + " (?, ?)", after.day(), after.lastDay());
    }

    private TimelineResults read(TimelineQuery query, ResultSet rows) throws SQLException {
        rows.next();
        var position = rows.getString("position");
        var pin = Page.pin(
                query.times().knownAt(),
                rows.getObject("pin", OffsetDateTime.class).toInstant());
        var entries = new ArrayList<TimelineResults.Entry>();
        var names = new HashMap<Reference, String>();
        while (rows.next()) {
            if (rows.getInt("part") == 1) {
                entries.add(entry(rows));
            } else {
                var document = Reference.to(rows.getString("stream"), rows.getString("id"));
                names.put(document, displayName(document, rows, query.times()));
            }
        }
        var more = entries.size() > query.limit();
        return new TimelineResults(
                position, pin, List.copyOf(more ? entries.subList(0, query.limit()) : entries), more, names);
    }

    private String displayName(Reference document, ResultSet rows, Times times) throws SQLException {
        var text = rows.getString("document");
        return text == null
                ? rows.getString("display_name")
                : new VersionedDocument(types.of(document.stream()), document.id(), text).displayName(times.validAt());
    }

    private static TimelineResults.Entry entry(ResultSet rows) throws SQLException {
        var order = new TimelineOrder(
                rows.getObject("day", LocalDate.class),
                rows.getObject("last_day", LocalDate.class),
                rows.getString("stream"),
                rows.getString("id"),
                rows.getInt("place"));
        return new TimelineResults.Entry(
                order,
                rows.getString("date"),
                rows.getString("event"),
                rows.getString("text"),
                Stream.of((Object[]) rows.getArray("subjects").getArray())
                        .map(Objects::toString)
                        .toList(),
                rows.getString("citations"));
    }
}
