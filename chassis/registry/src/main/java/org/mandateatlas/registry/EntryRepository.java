package org.mandateatlas.registry;

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

    /** Ends the record time of the current version. */
    void supersede(String stream, String id, Instant since) {
        update(SUPERSEDE_ENTRY, at(since), stream, id);
        update(SUPERSEDE_FACETS, at(since), stream, id);
    }

    /** Adds the index entry of a version that is recorded at the instant. */
    void add(String stream, String id, int version, Instant since, IndexEntry entry) {
        try (var connection = database.getConnection()) {
            try (var statement = connection.prepareStatement(ADD_ENTRY)) {
                statement.setString(1, stream);
                statement.setString(2, id);
                statement.setInt(3, version);
                statement.setObject(4, at(since));
                statement.setObject(5, entry.validity().firstDay());
                statement.setObject(6, entry.validity().lastDay());
                statement.setObject(7, entry.lastAttested());
                statement.setArray(8, texts(connection, entry.words()));
                statement.setString(9, entry.names().displayName());
                statement.setArray(10, texts(connection, entry.names().references()));
                statement.setArray(11, texts(connection, entry.names().phrases()));
                statement.setArray(12, texts(connection, entry.names().words()));
                statement.setArray(13, texts(connection, entry.subjects()));
                statement.setArray(14, texts(connection, entry.mentions()));
                statement.executeUpdate();
            }
            addFacets(connection, stream, id, version, since, entry.facets());
            addBoundaries(connection, stream, id, version, entry);
            addTimeline(connection, stream, id, version, entry);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    static void addBoundaries(Connection connection, String stream, String id, int version, IndexEntry entry)
            throws SQLException {
        try (var add = connection.prepareStatement(ADD_BOUNDARY);
                var find = connection.prepareStatement(ADD_BOUNDARY_TERMS)) {
            for (var boundary : entry.boundaries()) {
                add.setString(1, stream);
                add.setString(2, id);
                add.setInt(3, version);
                add.setObject(4, boundary.day());
                add.setInt(5, boundary.state());
                add.addBatch();
            }
            add.executeBatch();
            find.setString(1, stream);
            find.setString(2, id);
            find.setInt(3, version);
            find.executeUpdate();
        }
    }

    static void addTimeline(Connection connection, String stream, String id, int version, IndexEntry entry)
            throws SQLException {
        try (var add = connection.prepareStatement(ADD_DATED_ITEM);
                var find = connection.prepareStatement(ADD_DATED_TERMS)) {
            var place = 0;
            for (var item : entry.timeline()) {
                var validity = item.validity();
                add.setString(1, stream);
                add.setString(2, id);
                add.setInt(3, version);
                add.setInt(4, place++);
                add.setObject(5, item.date().firstDay());
                add.setObject(6, item.date().lastDay());
                add.setString(7, item.precision().letter());
                add.setString(8, item.date().toString());
                add.setString(9, item.event());
                add.setString(10, item.text());
                add.setArray(11, texts(connection, NameTemplate.mentions(item.text())));
                add.setArray(12, texts(connection, item.subjects()));
                add.setString(13, item.citations());
                add.setObject(14, later(validity.firstDay(), entry.validity().firstDay()));
                add.setObject(15, earlier(validity.lastDay(), entry.validity().lastDay()));
                add.addBatch();
            }
            add.executeBatch();
            find.setString(1, stream);
            find.setString(2, id);
            find.setInt(3, version);
            find.executeUpdate();
        }
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static void addFacets(
            Connection connection, String stream, String id, int version, Instant since, Set<Facet> facets)
            throws SQLException {
        try (var statement = connection.prepareStatement(ADD_FACET)) {
            for (var facet : facets) {
                statement.setString(1, Facet.term(stream, facet.name(), facet.value()));
                statement.setString(2, stream);
                statement.setString(3, id);
                statement.setInt(4, version);
                statement.setObject(5, at(since));
                statement.setObject(6, facet.validity().firstDay());
                statement.setObject(7, facet.validity().lastDay());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Allows references to the document. */
    void add(String stream, String id) {
        update(ADD_LIVING, stream, id);
    }

    /** Disallows references to the document and removes its own references. */
    void remove(String stream, String id) {
        update(REMOVE_LIVING, stream, id);
    }

    /** Replaces the references of the document with those whose targets exist, and returns the dangling ones. */
    List<Reference> refer(String stream, String id, List<Reference> references) {
        update(REMOVE_REFERENCES, stream, id);
        try (var connection = database.getConnection();
                var add = connection.prepareStatement(ADD_REFERENCE)) {
            var living = lockLiving(connection, references);
            for (var target : living) {
                add.setString(1, stream);
                add.setString(2, id);
                add.setString(3, target.stream());
                add.setString(4, target.id());
                add.addBatch();
            }
            add.executeBatch();
            return references.stream()
                    .filter(reference -> !living.contains(reference.target()))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Reference> lockLiving(Connection connection, List<Reference> references) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK_LIVING)) {
            var streams = references.stream().map(Reference::stream).toArray();
            var ids = references.stream().map(Reference::id).toArray();
            statement.setArray(1, connection.createArrayOf("text", streams));
            statement.setArray(2, connection.createArrayOf("text", ids));
            try (var rows = statement.executeQuery()) {
                var living = new HashSet<Reference>();
                while (rows.next()) {
                    living.add(Reference.to(rows.getString(1), rows.getString(2)));
                }
                return living;
            }
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

    private void update(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
