package org.mandateatlas.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mandateatlas.registry.Clause;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.Page;
import org.mandateatlas.registry.PositionRepository;
import org.mandateatlas.registry.StatementRepository;
import org.mandateatlas.registry.StoredDocument;
import org.mandateatlas.registry.VersionedDocument;
import org.mandateatlas.registry.search.SearchResults.Result;

/** Searches the index. */
@ApplicationScoped
class SearchRepository {

    private static final String ROWS = """
            select 0 as part, %s as position, (select max(recorded_at) from stream) as pin, null::text as tier,
                   null::int as place, null::text collate "C" as phrase, null::text collate "C" as stream, null::text collate "C" as id,
                   null::int as version, null::timestamptz as recorded_at, null::date as valid_from,
                   null::date as valid_to, null::date as last_attested, null::json as document
            union all
            select 1, null, null, p.tier, p.place, p.phrase, p.stream, p.id,
                   p.version, e.known_from, e.valid_from, e.valid_to, e.last_attested, r.document
            from page p
            join entry e on e.stream = p.stream and e.id = p.id and e.version = p.version
            join revision r on r.stream = p.stream and r.document_id = p.id and r.version = p.version
            union all""";

    private static final String MENTIONED = """
            select 2, null, null, null, null, null, e.stream, e.id, e.version, e.known_from, e.valid_from, e.valid_to,
                   e.last_attested, r.document
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
        return statements.selectPlanned(statement(query), rows -> read(query, rows));
    }

    /** Returns the number of results on all pages. */
    long count(SearchQuery query) {
        return statements.select(SearchStatement.counting(query), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private static Clause statement(SearchQuery query) {
        var knownAt = query.times().knownAt();
        return Clause.all(
                List.of(
                        SearchStatement.of(query).in("with %s"),
                        PositionRepository.at(knownAt).in(ROWS),
                        Clause.known("e", knownAt).in(MENTIONED)),
                " ");
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
        var validTo = rows.getObject("valid_to", LocalDate.class);
        var lastAttested = rows.getObject("last_attested", LocalDate.class);
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
                        validTo,
                        lastAttested == null ? validTo : lastAttested,
                        tier.ordinal()));
    }
}
