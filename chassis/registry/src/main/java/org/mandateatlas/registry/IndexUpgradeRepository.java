package org.mandateatlas.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mandateatlas.registry.StatementRepository.StatementPipeline;

/** Finds and replaces index entries that an earlier index wrote. */
@ApplicationScoped
class IndexUpgradeRepository {

    private static final String ADVANCE = "update index_version set number = ? where number < ?";

    private static final String OUTDATE = "update entry set display_name = null";

    private static final String OUTDATED = """
            select e.stream, e.id, e.version, r.document
            from entry e join revision r on r.stream = e.stream and r.document_id = e.id and r.version = e.version
            where e.display_name is null limit ? for update of e""";

    private static final String REMOVE_NAMES = """
            delete from facet f using entry e
            where e.stream = ? and e.id = ? and e.version = ?
              and f.term = any (select e.stream || '.name=' || p from unnest(e.phrases) p)
              and f.stream = e.stream and f.id = e.id and f.version = e.version""";

    private static final String ADD_FACET = """
            insert into facet (term, stream, id, version, known_from, known_to, valid_from, valid_to)
            select n.term, e.stream, e.id, e.version, e.known_from, e.known_to, n.valid_from, n.valid_to
            from entry e cross join (values (?, ?::date, ?::date)) n(term, valid_from, valid_to)
            where e.stream = ? and e.id = ? and e.version = ?
              and not exists (select 1 from facet f where f.term = n.term and f.id = e.id and f.version = e.version
                                and f.valid_from = n.valid_from and f.valid_to = n.valid_to)""";

    private static final String REPLACE = """
            update entry set last_attested = ?, words = array_to_tsvector(?), display_name = ?, named = ?, phrases = ?,
                             name_words = array_to_tsvector(?), subjects = ?, mentions = ?
            where stream = ? and id = ? and version = ?""";

    private final AgroalDataSource database;

    IndexUpgradeRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Marks all entries as outdated if they are of an earlier version of the index. */
    void advance(int version) {
        try (var connection = database.getConnection();
                var advance = connection.prepareStatement(ADVANCE);
                var outdate = connection.prepareStatement(OUTDATE)) {
            advance.setInt(1, version);
            advance.setInt(2, version);
            if (advance.executeUpdate() > 0) {
                var timeout = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, 0); // the statement changes every row
                outdate.executeUpdate();
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns some of the outdated versions of documents and locks their entries. */
    List<Outdated> outdated(int limit) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OUTDATED)) {
            statement.setInt(1, limit);
            try (var rows = statement.executeQuery()) {
                var outdated = new ArrayList<Outdated>();
                while (rows.next()) {
                    outdated.add(new Outdated(
                            rows.getString("stream"),
                            rows.getString("id"),
                            rows.getInt("version"),
                            rows.getString("document")));
                }
                return outdated;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces the entry of a version of a document. */
    void replace(Outdated version, IndexEntry entry) {
        try (var connection = database.getConnection()) {
            replaceFacets(connection, version, entry);
            try (var statement = connection.prepareStatement(REPLACE)) {
                statement.setObject(1, entry.lastAttested());
                statement.setArray(2, EntryRepository.texts(connection, entry.words()));
                statement.setString(3, entry.names().displayName());
                statement.setArray(
                        4, EntryRepository.texts(connection, entry.names().references()));
                statement.setArray(
                        5, EntryRepository.texts(connection, entry.names().phrases()));
                statement.setArray(
                        6, EntryRepository.texts(connection, entry.names().words()));
                statement.setArray(7, EntryRepository.texts(connection, entry.subjects()));
                statement.setArray(8, EntryRepository.texts(connection, entry.mentions()));
                statement.setString(9, version.stream());
                statement.setString(10, version.id());
                statement.setInt(11, version.version());
                statement.executeUpdate();
            }
            var indexed = List.of(new IndexedVersion(
                    version.stream(), version.id(), version.version(), Instant.EPOCH, entry, List.of()));
            var pipeline = new StatementPipeline(connection);
            EntryRepository.addBoundaries(pipeline, indexed);
            EntryRepository.addTimeline(pipeline, indexed);
            pipeline.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names may differ; of the other values, those that were not filterable are added. */
    private static void replaceFacets(Connection connection, Outdated version, IndexEntry entry) throws SQLException {
        try (var remove = connection.prepareStatement(REMOVE_NAMES);
                var add = connection.prepareStatement(ADD_FACET)) {
            remove.setString(1, version.stream());
            remove.setString(2, version.id());
            remove.setInt(3, version.version());
            remove.executeUpdate();
            for (var facet : entry.facets()) {
                add.setString(1, Facet.term(version.stream(), facet.name(), facet.value()));
                add.setObject(2, facet.validity().firstDay());
                add.setObject(3, facet.validity().lastDay());
                add.setString(4, version.stream());
                add.setString(5, version.id());
                add.setInt(6, version.version());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    /**
     * A version of a document whose entry is outdated.
     *
     * @param stream its stream
     * @param id its id
     * @param version its number
     * @param document its text
     */
    record Outdated(String stream, String id, int version, String document) {}
}
