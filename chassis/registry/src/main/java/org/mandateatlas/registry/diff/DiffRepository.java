package org.mandateatlas.registry.diff;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.Clause;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.Page;
import org.mandateatlas.registry.PositionRepository;
import org.mandateatlas.registry.StatementRepository;
import org.mandateatlas.registry.VersionedDocument;
import org.mandateatlas.registry.diff.DiffResults.Changed;

/**
 * Finds documents that differ between two states, in the order of their first changes. Between two days it reads the boundaries
 * of documents, between two instants the revisions; each probe of an index returns at most a page.
 */
@ApplicationScoped
class DiffRepository {

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

    private static final String START = """
            select 0 as part, %s as position, (select max(recorded_at) from stream) as pin, null::bigint as place,
                   null::date as day, null::timestamptz as recorded_at, null::text collate "C" as stream,
                   null::text collate "C" as id, null::json as before, null::json as after, null::json as revisions
            union all""";

    private static final String WORLD_ITEMS = """
            select 1, null, null, p.place, p.day, null, p.stream, p.id, r.document, r.document, null
            from page p
            join revision r on r.stream = p.stream and r.document_id = p.id and r.version = p.version
            union all""";

    private static final String KNOWLEDGE_ITEMS = """
            select 1, null, null, p.place, null, p.recorded_at, p.stream, p.id, b.document, a.document, c.revisions
            from page p
            left join revision b on b.stream = p.stream and b.document_id = p.id and b.version = p.version - 1
            cross join lateral (
                select l.document from revision l
                where l.stream = p.stream and l.document_id = p.id and l.recorded_at <= ?
                order by l.version desc limit 1) a
            cross join lateral (
                select json_agg(json_build_object('version', w.version, 'change', w.change, 'correction', w.correction,
                                                  'recordedAt', w.recorded_at, 'note', w.note) order by w.version)
                       as revisions
                from revision w
                where w.stream = p.stream and w.document_id = p.id and w.recorded_at > ? and w.recorded_at <= ?) c
            union all""";

    private static final String MENTIONED = """
            select 2, null, null, null, null, null, e.stream, e.id, null, r.document, null
            from (select distinct split_part(mention, ':', 1) as stream, split_part(mention, ':', 2) as id
                  from page p
                  join entry n on n.stream = p.stream and n.id = p.id
                  cross join unnest(n.named) mention) m
            join entry e on e.stream = m.stream and e.id = m.id and %s
            join revision r on r.stream = e.stream and r.document_id = e.id and r.version = e.version
            order by part, place""";

    private final StatementRepository statements;
    private final DocumentTypes types;

    DiffRepository(StatementRepository statements, DocumentTypes types) {
        this.statements = statements;
        this.types = types;
    }

    /** Returns a page of documents that differ. */
    DiffResults find(DiffQuery query) {
        return statements.select(
                query.span().axis() == DiffAxis.WORLD ? world(query) : knowledge(query), rows -> read(query, rows));
    }

    /** Returns the number of documents that differ. */
    long count(DiffQuery query) {
        var probes = query.span().axis() == DiffAxis.WORLD ? worldProbes(query, false) : knowledgeProbes(query, false);
        var all = probes.isEmpty()
                ? Clause.of("select 0")
                : Clause.all(probes, " union all ")
                        .in("select count(*) from (select distinct stream, id from (%s) found) documents");
        return statements.select(all, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private Clause world(DiffQuery query) {
        var page = page(
                worldProbes(query, true),
                """
                page as materialized (
                    select row_number() over (order by day, stream, id) as place, day, stream, id, version
                    from (select distinct day, stream, id, version from (%s) found
                          order by day, stream, id limit ?) first)""",
                "select null::date as day, e.stream, e.id, e.version from entry e where false",
                query);
        var knownAt = query.span().after().knownAt();
        return Clause.all(
                List.of(
                        page.in("with %s"),
                        PositionRepository.at(knownAt).in(START),
                        Clause.of(WORLD_ITEMS),
                        Clause.known("e", knownAt).in(MENTIONED)),
                " ");
    }

    private Clause knowledge(DiffQuery query) {
        var page = page(
                knowledgeProbes(query, true),
                """
                page as materialized (
                    select row_number() over (order by recorded_at, stream) as place, recorded_at, stream, id, version
                    from (select * from (%s) found order by recorded_at, stream limit ?) first)""",
                "select null::timestamptz as recorded_at, e.stream, e.id, e.version from entry e where false",
                query);
        var from = known(query.span().before().knownAt());
        var to = known(query.span().after().knownAt());
        return Clause.all(
                List.of(
                        page.in("with %s"),
                        PositionRepository.at(to).in(START),
                        Clause.of(KNOWLEDGE_ITEMS, to, from, to),
                        Clause.known("e", to).in(MENTIONED)),
                " ");
    }

    private static Clause page(List<Clause> probes, String page, String nothing, DiffQuery query) {
        return (probes.isEmpty() ? Clause.of(nothing) : Clause.all(probes, " union all "))
                .in(page)
                .with(query.limit() + 1);
    }

    /** One probe for each collection, or if an institution or a function is given one for each of these. */
    private static List<Clause> worldProbes(DiffQuery query, boolean paged) {
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

    private static List<Clause> knowledgeProbes(DiffQuery query, boolean paged) {
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

    private static Instant known(@Nullable Instant instant) {
        return Objects.requireNonNull(instant);
    }

    private DiffResults read(DiffQuery query, ResultSet rows) throws SQLException {
        rows.next();
        var position = rows.getString("position");
        var pin = Page.pin(
                query.span().after().knownAt(),
                rows.getObject("pin", OffsetDateTime.class).toInstant());
        var changed = new ArrayList<Changed>();
        var mentioned = new ArrayList<VersionedDocument>();
        while (rows.next()) {
            if (rows.getInt("part") == 1) {
                changed.add(
                        new Changed(order(rows), rows.getString("before"), rows.getString("after"), revisions(rows)));
            } else {
                mentioned.add(new VersionedDocument(
                        types.of(rows.getString("stream")),
                        rows.getString("id"),
                        Objects.requireNonNull(rows.getString("after"))));
            }
        }
        var more = changed.size() > query.limit();
        return new DiffResults(
                position, pin, List.copyOf(more ? changed.subList(0, query.limit()) : changed), more, mentioned);
    }

    private static DiffOrder order(ResultSet rows) throws SQLException {
        var day = rows.getObject("day", LocalDate.class);
        return day == null
                ? DiffOrder.of(
                        rows.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        rows.getString("stream"),
                        rows.getString("id"))
                : DiffOrder.of(day, rows.getString("stream"), rows.getString("id"));
    }

    private static List<DiffRevision> revisions(ResultSet rows) throws SQLException {
        var text = rows.getString("revisions");
        var revisions = new ArrayList<DiffRevision>();
        if (text != null) {
            for (var revision : DocumentJson.stored("{\"items\":" + text + "}").path("items")) {
                revisions.add(revision(revision));
            }
        }
        return List.copyOf(revisions);
    }

    private static DiffRevision revision(JsonNode revision) {
        return new DiffRevision(
                revision.path("version").asInt(),
                revision.path("change").asText(),
                revision.path("correction").asBoolean(),
                OffsetDateTime.parse(revision.path("recordedAt").asText()).toInstant(),
                revision.path("note").textValue());
    }
}
