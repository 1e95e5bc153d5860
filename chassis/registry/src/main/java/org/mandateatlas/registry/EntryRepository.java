package org.mandateatlas.registry;

import static org.mandateatlas.registry.StatementRepository.row;
import static org.mandateatlas.registry.StatementRepository.runBatch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.timeline.DatedItem;

/** Maintains the index of the registry: entries, facets, existing documents and references. */
@ApplicationScoped
class EntryRepository {

    private static final String SUPERSEDE_ENTRY =
            "update entry set known_to = ? where stream = ? and id = ? and known_to is null";

    private static final String SUPERSEDE_FACETS =
            "update facet set known_to = ? where stream = ? and id = ? and known_to is null";

    private static final String ADD_ENTRY = """
            insert into entry (stream, id, version, known_from, valid_from, valid_to, last_attested, words,
                               display_name, named, phrases, name_words, subjects, mentions)
            values (?, ?, ?, ?, ?, ?, ?, array_to_tsvector(?), ?, ?, ?, array_to_tsvector(?), ?, ?)""";

    private static final String ADD_FACET = """
            insert into facet (term, stream, id, version, known_from, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String ADD_BOUNDARY =
            "insert into boundary (stream, id, version, day, state) values (?, ?, ?, ?, ?) on conflict do nothing";

    /** Of all documents of a stream. */
    static final String BOUNDARY_TERMS = """
            insert into boundary_term (term, day, stream, id, version)
            select s.term, b.day, b.stream, b.id, b.version
            from boundary b
            join entry e on e.stream = b.stream and e.id = b.id and e.version = b.version
            cross join unnest(e.subjects) s(term)
            where b.stream = ?""";

    private static final String ADD_BOUNDARY_TERMS =
            BOUNDARY_TERMS + " and b.id = ? and b.version = ? on conflict do nothing";

    private static final String ADD_DATED_ITEM = """
            insert into dated_item (stream, id, version, place, day, last_day, precision, date, event, text, named, subjects,
                                    citations, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?, ?::"char", ?, ?, ?, ?, ?, ?::json, ?, ?) on conflict do nothing""";

    /** Of all documents of a stream. */
    static final String DATED_TERMS = """
            insert into dated_term (term, day, last_day, stream, id, place, version, precision)
            select s.term, i.day, i.last_day, i.stream, i.id, i.place, i.version, i.precision
            from dated_item i cross join unnest(i.subjects) s(term)
            where i.stream = ?""";

    private static final String ADD_DATED_TERMS =
            DATED_TERMS + " and i.id = ? and i.version = ? on conflict do nothing";

    private static final String ADD_LIVING = "insert into living (stream, id) values (?, ?) on conflict do nothing";

    private static final String REMOVE_LIVING = "delete from living where stream = ? and id = ?";

    private static final String REMOVE_REFERENCES = "delete from reference where stream = ? and id = ?";

    private static final String ADD_REFERENCE =
            "insert into reference (stream, id, to_stream, to_id) values (?, ?, ?, ?)";

    /** The lock prevents a retraction of the referenced documents before the references are committed. */
    private static final String LOCK_LIVING = """
            select stream, id from living
            where (stream, id) in (select * from unnest(?::text[], ?::text[])) order by stream, id for key share""";

    /** A write that is about to refer to the document waits, and then finds it retracted. */
    private static final String LOCK_FOR_RETRACTION = "select 1 from living where stream = ? and id = ? for update";

    private static final String REFERRERS = """
            select stream, id from reference
            where to_stream = ? and to_id = ? and (stream, id) <> (to_stream, to_id)
            order by stream, id""";

    private final AgroalDataSource database;

    EntryRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Indexes versions of different documents, each in place of the version before, and allows references to the documents. */
    void store(List<IndexedVersion> versions) {
        try (var connection = database.getConnection()) {
            var changed =
                    versions.stream().filter(version -> version.version() > 1).toList();
            for (var supersede : List.of(SUPERSEDE_ENTRY, SUPERSEDE_FACETS)) {
                runBatch(
                        connection,
                        supersede,
                        changed,
                        version -> row(at(version.recordedAt()), version.stream(), version.id()));
            }
            runBatch(connection, ADD_LIVING, versions, version -> row(version.stream(), version.id()));
            runBatch(connection, ADD_ENTRY, versions, version -> entry(connection, version));
            runBatch(connection, ADD_FACET, facets(versions), facet -> facet);
            addBoundaries(connection, versions);
            addTimeline(connection, versions);
            runBatch(connection, REMOVE_REFERENCES, changed, version -> row(version.stream(), version.id()));
            runBatch(connection, ADD_REFERENCE, references(versions), reference -> reference);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object[] entry(Connection connection, IndexedVersion version) throws SQLException {
        var entry = version.entry();
        return row(
                version.stream(),
                version.id(),
                version.version(),
                at(version.recordedAt()),
                entry.validity().firstDay(),
                entry.validity().lastDay(),
                entry.lastAttested(),
                texts(connection, entry.words()),
                entry.names().displayName(),
                texts(connection, entry.names().references()),
                texts(connection, entry.names().phrases()),
                texts(connection, entry.names().words()),
                texts(connection, entry.subjects()),
                texts(connection, entry.mentions()));
    }

    private static List<@Nullable Object[]> facets(List<IndexedVersion> versions) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var version : versions) {
            for (var facet : version.entry().facets()) {
                rows.add(row(
                        Facet.term(version.stream(), facet.name(), facet.value()),
                        version.stream(),
                        version.id(),
                        version.version(),
                        at(version.recordedAt()),
                        facet.validity().firstDay(),
                        facet.validity().lastDay()));
            }
        }
        return rows;
    }

    private static List<@Nullable Object[]> references(List<IndexedVersion> versions) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var version : versions) {
            version.references().stream()
                    .map(Reference::target)
                    .distinct()
                    .forEach(target -> rows.add(row(version.stream(), version.id(), target.stream(), target.id())));
        }
        return rows;
    }

    static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static void addBoundaries(Connection connection, List<IndexedVersion> versions) throws SQLException {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var version : versions) {
            for (var boundary : version.entry().boundaries()) {
                rows.add(row(version.stream(), version.id(), version.version(), boundary.day(), boundary.state()));
            }
        }
        runBatch(connection, ADD_BOUNDARY, rows, boundary -> boundary);
        addTerms(connection, ADD_BOUNDARY_TERMS, versions);
    }

    static void addTimeline(Connection connection, List<IndexedVersion> versions) throws SQLException {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var version : versions) {
            var place = 0;
            for (var item : version.entry().timeline()) {
                rows.add(datedItem(connection, version, item, place++));
            }
        }
        runBatch(connection, ADD_DATED_ITEM, rows, item -> item);
        addTerms(
                connection,
                ADD_DATED_TERMS,
                versions.stream()
                        .filter(version -> !version.entry().timeline().isEmpty())
                        .toList());
    }

    private static @Nullable Object[] datedItem(
            Connection connection, IndexedVersion version, DatedItem item, int place) throws SQLException {
        var validity = item.validity();
        var whole = version.entry().validity();
        return row(
                version.stream(),
                version.id(),
                version.version(),
                place,
                item.date().firstDay(),
                item.date().lastDay(),
                item.precision().letter(),
                item.date().toString(),
                item.event(),
                item.text(),
                texts(connection, NameTemplate.mentions(item.text())),
                texts(connection, item.subjects()),
                item.citations(),
                later(validity.firstDay(), whole.firstDay()),
                earlier(validity.lastDay(), whole.lastDay()));
    }

    private static void addTerms(Connection connection, String sql, List<IndexedVersion> versions) throws SQLException {
        runBatch(connection, sql, versions, version -> row(version.stream(), version.id(), version.version()));
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Ends the record time of a document, disallows references to it and removes its own references. */
    void retract(Revision retraction) {
        try (var connection = database.getConnection()) {
            var one = List.of(retraction);
            for (var supersede : List.of(SUPERSEDE_ENTRY, SUPERSEDE_FACETS)) {
                runBatch(
                        connection,
                        supersede,
                        one,
                        revision -> row(at(revision.recordedAt), revision.stream, revision.documentId));
            }
            runBatch(connection, REMOVE_LIVING, one, revision -> row(revision.stream, revision.documentId));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns those documents that exist, which cannot be retracted until the transaction ends. */
    Set<Reference> lockLiving(Collection<Reference> documents) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOCK_LIVING)) {
            statement.setArray(
                    1,
                    texts(connection, documents.stream().map(Reference::stream).toList()));
            statement.setArray(
                    2, texts(connection, documents.stream().map(Reference::id).toList()));
            try (var rows = statement.executeQuery()) {
                var living = new HashSet<Reference>();
                while (rows.next()) {
                    living.add(Reference.to(rows.getString(1), rows.getString(2)));
                }
                return living;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the documents that refer to this one, and blocks new references until the transaction ends. */
    List<Reference> referrers(String stream, String id) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(LOCK_FOR_RETRACTION);
                var statement = connection.prepareStatement(REFERRERS)) {
            lock.setString(1, stream);
            lock.setString(2, id);
            lock.execute();
            statement.setString(1, stream);
            statement.setString(2, id);
            try (var rows = statement.executeQuery()) {
                var referrers = new ArrayList<Reference>();
                while (rows.next()) {
                    referrers.add(Reference.to(rows.getString(1), rows.getString(2)));
                }
                return referrers;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
