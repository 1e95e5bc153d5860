package org.mandateatlas.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.mandateatlas.registry.StatementRepository.ColumnArrays;
import org.mandateatlas.registry.StatementRepository.StatementPipeline;
import org.mandateatlas.registry.timeline.DatedItem;

/** The statements that maintain the index of the registry: entries, facets, existing documents and references. */
final class EntryRepository {

    private static final String SUPERSEDE_ENTRIES = """
            update entry e set known_to = v.at from unnest(?, ?, ?) v(stream, id, at)
            where e.stream = v.stream and e.id = v.id and e.known_to is null""";

    private static final String SUPERSEDE_FACETS = """
            update facet f set known_to = v.at from unnest(?, ?, ?) v(stream, id, at)
            where f.stream = v.stream and f.id = v.id and f.known_to is null""";

    private static final String ADD_ENTRIES = """
            insert into entry (stream, id, version, known_from, valid_from, valid_to, last_attested, words,
                               display_name, named, phrases, name_words, subjects, mentions)
            select stream, id, version, known_from, valid_from, valid_to, last_attested, words::tsvector,
                   display_name, named::text[], phrases::text[], name_words::tsvector, subjects::text[], mentions::text[]
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                 e(stream, id, version, known_from, valid_from, valid_to, last_attested, words,
                   display_name, named, phrases, name_words, subjects, mentions)""";

    private static final String ADD_FACETS = """
            insert into facet (term, stream, id, version, known_from, valid_from, valid_to)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)""";

    private static final String ADD_BOUNDARIES = """
            insert into boundary (stream, id, version, day, state)
            select * from unnest(?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String ADD_BOUNDARY_TERMS = """
            insert into boundary_term (term, day, stream, id, version)
            select * from unnest(?, ?, ?, ?, ?) on conflict do nothing""";

    /** Of all documents of a stream. */
    static final String BOUNDARY_TERMS = """
            insert into boundary_term (term, day, stream, id, version)
            select s.term, b.day, b.stream, b.id, b.version
            from boundary b
            join entry e on e.stream = b.stream and e.id = b.id and e.version = b.version
            cross join unnest(e.subjects) s(term)
            where b.stream = ?""";

    private static final String ADD_DATED_ITEMS = """
            insert into dated_item (stream, id, version, place, day, last_day, precision, date, event, text, named, subjects,
                                    citations, valid_from, valid_to)
            select stream, id, version, place, day, last_day, precision::"char", date, event, text, named::text[],
                   subjects::text[], citations::json, valid_from, valid_to
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                 i(stream, id, version, place, day, last_day, precision, date, event, text, named, subjects,
                   citations, valid_from, valid_to)
            on conflict do nothing""";

    private static final String ADD_DATED_TERMS = """
            insert into dated_term (term, day, last_day, stream, id, place, version, precision)
            select term, day, last_day, stream, id, place, version, precision::"char"
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) t(term, day, last_day, stream, id, place, version, precision)
            on conflict do nothing""";

    /** Of all documents of a stream. */
    static final String DATED_TERMS = """
            insert into dated_term (term, day, last_day, stream, id, place, version, precision)
            select s.term, i.day, i.last_day, i.stream, i.id, i.place, i.version, i.precision
            from dated_item i cross join unnest(i.subjects) s(term)
            where i.stream = ?""";

    private static final String ADD_LIVING =
            "insert into living (stream, id) select * from unnest(?, ?) on conflict do nothing";

    private static final String REMOVE_LIVING = "delete from living where stream = ? and id = ?";

    private static final String REMOVE_REFERENCES = """
            delete from reference r using unnest(?, ?, ?) v(stream, id, at)
            where r.stream = v.stream and r.id = v.id""";

    private static final String ADD_REFERENCES =
            "insert into reference (stream, id, to_stream, to_id) select * from unnest(?, ?, ?, ?)";

    private EntryRepository() {}

    /** Adds the statements that index versions of different documents, each in place of the version before, and allow references to the documents. */
    static void store(StatementPipeline pipeline, List<IndexedVersion> versions) throws SQLException {
        var superseded = new ColumnArrays("text", "text", "timestamptz");
        var living = new ColumnArrays("text", "text");
        var references = new ColumnArrays("text", "text", "text", "text");
        for (var version : versions) {
            if (version.version() > 1) {
                superseded.add(version.stream(), version.id(), version.recordedAt());
            }
            living.add(version.stream(), version.id());
            version.references().stream()
                    .map(Reference::target)
                    .distinct()
                    .forEach(target -> references.add(version.stream(), version.id(), target.stream(), target.id()));
        }
        if (!superseded.isEmpty()) {
            pipeline.add(SUPERSEDE_ENTRIES, superseded)
                    .add(SUPERSEDE_FACETS, superseded)
                    .add(REMOVE_REFERENCES, superseded);
        }
        pipeline.add(ADD_LIVING, living).add(ADD_ENTRIES, entries(versions)).add(ADD_FACETS, facets(versions));
        addBoundaries(pipeline, versions);
        addTimeline(pipeline, versions);
        pipeline.add(ADD_REFERENCES, references);
    }

    private static ColumnArrays entries(List<IndexedVersion> versions) {
        var rows = new ColumnArrays(
                "text",
                "text",
                "int4",
                "timestamptz",
                "date",
                "date",
                "date",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text");
        for (var version : versions) {
            var entry = version.entry();
            rows.add(
                    version.stream(),
                    version.id(),
                    version.version(),
                    version.recordedAt(),
                    entry.validity().firstDay(),
                    entry.validity().lastDay(),
                    entry.lastAttested(),
                    ColumnArrays.lexemes(entry.words()),
                    entry.names().displayName(),
                    ColumnArrays.array(entry.names().references()),
                    ColumnArrays.array(entry.names().phrases()),
                    ColumnArrays.lexemes(entry.names().words()),
                    ColumnArrays.array(entry.subjects()),
                    ColumnArrays.array(entry.mentions()));
        }
        return rows;
    }

    private static ColumnArrays facets(List<IndexedVersion> versions) {
        var rows = new ColumnArrays("text", "text", "text", "int4", "timestamptz", "date", "date");
        for (var version : versions) {
            for (var facet : version.entry().facets()) {
                rows.add(
                        Facet.term(version.stream(), facet.name(), facet.value()),
                        version.stream(),
                        version.id(),
                        version.version(),
                        version.recordedAt(),
                        facet.validity().firstDay(),
                        facet.validity().lastDay());
            }
        }
        return rows;
    }

    static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static void addBoundaries(StatementPipeline pipeline, List<IndexedVersion> versions) throws SQLException {
        var boundaries = new ColumnArrays("text", "text", "int4", "date", "int4");
        var terms = new ColumnArrays("text", "date", "text", "text", "int4");
        for (var version : versions) {
            for (var boundary : version.entry().boundaries()) {
                boundaries.add(version.stream(), version.id(), version.version(), boundary.day(), boundary.state());
                version.entry()
                        .subjects()
                        .forEach(subject ->
                                terms.add(subject, boundary.day(), version.stream(), version.id(), version.version()));
            }
        }
        pipeline.add(ADD_BOUNDARIES, boundaries).add(ADD_BOUNDARY_TERMS, terms);
    }

    static void addTimeline(StatementPipeline pipeline, List<IndexedVersion> versions) throws SQLException {
        var items = new ColumnArrays(
                "text", "text", "int4", "int4", "date", "date", "text", "text", "text", "text", "text", "text", "text",
                "date", "date");
        var terms = new ColumnArrays("text", "date", "date", "text", "text", "int4", "int4", "text");
        for (var version : versions) {
            var place = 0;
            for (var item : version.entry().timeline()) {
                add(items, version, item, place);
                for (var subject : item.subjects()) {
                    terms.add(
                            subject,
                            item.date().firstDay(),
                            item.date().lastDay(),
                            version.stream(),
                            version.id(),
                            place,
                            version.version(),
                            item.precision().letter());
                }
                place++;
            }
        }
        pipeline.add(ADD_DATED_ITEMS, items).add(ADD_DATED_TERMS, terms);
    }

    private static void add(ColumnArrays items, IndexedVersion version, DatedItem item, int place) {
        var validity = item.validity();
        var whole = version.entry().validity();
        items.add(
                version.stream(),
                version.id(),
                version.version(),
                place,
                item.date().firstDay(),
                item.date().lastDay(),
                item.precision().letter(),
                item.date(),
                item.event(),
                item.text(),
                ColumnArrays.array(NameTemplate.mentions(item.text())),
                ColumnArrays.array(item.subjects()),
                item.citations(),
                later(validity.firstDay(), whole.firstDay()),
                earlier(validity.lastDay(), whole.lastDay()));
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Adds the statements that end the record time of a document, disallow references to it and remove its own. */
    static void retract(StatementPipeline pipeline, Revision retraction) throws SQLException {
        var retracted = new ColumnArrays("text", "text", "timestamptz");
        retracted.add(retraction.stream, retraction.documentId, retraction.recordedAt);
        pipeline.add(SUPERSEDE_ENTRIES, retracted)
                .add(SUPERSEDE_FACETS, retracted)
                .add(REMOVE_LIVING, retraction.stream, retraction.documentId);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
