package org.mandateatlas.registry.diff;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        var probes = query.span().axis() == DiffAxis.WORLD
                ? DiffProbes.world(query, false)
                : DiffProbes.knowledge(query, false);
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
                DiffProbes.world(query, true),
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
                DiffProbes.knowledge(query, true),
                """
                page as materialized (
                    select row_number() over (order by recorded_at, stream) as place, recorded_at, stream, id, version
                    from (select * from (%s) found order by recorded_at, stream limit ?) first)""",
                "select null::timestamptz as recorded_at, e.stream, e.id, e.version from entry e where false",
                query);
        var from = DiffProbes.known(query.span().before().knownAt());
        var to = DiffProbes.known(query.span().after().knownAt());
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
