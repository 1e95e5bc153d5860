package org.mandateatlas.replication;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the log of a service: its own streams and the replicated ones. */
@ApplicationScoped
public class LogRepository {

    private static final String POSITIONS =
            "select name, sequence from stream union all select stream, sequence from replica_stream";

    private static final String BETWEEN = """
            select sequence, document_id, version, change, recorded_at, document from revision
            where stream = ? and sequence > ? and sequence <= ?
            union all
            select sequence, document_id, version, change, recorded_at, document from replica_revision
            where stream = ? and sequence > ? and sequence <= ?
            order by sequence""";

    private final AgroalDataSource database;

    LogRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns the last sequence of each stream. */
    public SortedMap<String, Long> lastSequences() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(POSITIONS);
                var rows = statement.executeQuery()) {
            var sequences = new TreeMap<String, Long>();
            while (rows.next()) {
                sequences.put(rows.getString(1), rows.getLong(2));
            }
            return sequences;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the revisions of a stream after one sequence and up to another, in order. */
    public List<LoggedRevision> between(String stream, long after, long upTo) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BETWEEN)) {
            for (var half = 0; half < 2; half++) {
                statement.setString(3 * half + 1, stream);
                statement.setLong(3 * half + 2, after);
                statement.setLong(3 * half + 3, upTo);
            }
            try (var rows = statement.executeQuery()) {
                var revisions = new ArrayList<LoggedRevision>();
                while (rows.next()) {
                    revisions.add(new LoggedRevision(
                            stream,
                            rows.getLong("sequence"),
                            rows.getString("document_id"),
                            rows.getInt("version"),
                            rows.getString("change"),
                            rows.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            rows.getString("document")));
                }
                return revisions;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
