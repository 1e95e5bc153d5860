package org.mandateatlas.replication;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The logs that a service can read, its own streams and those it follows, as if they were one. */
@ApplicationScoped
public class LogRepository {

    private static final String HEADS =
            "select name, sequence from stream union all select stream, sequence from followed";

    private static final String AFTER = """
            select sequence, document_id, version, change, recorded_at, document from revision
            where stream = ? and sequence > ? and sequence <= ?
            union all
            select sequence, document_id, version, change, recorded_at, document from followed_revision
            where stream = ? and sequence > ? and sequence <= ?
            order by sequence""";

    private final AgroalDataSource database;

    LogRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns how far each stream goes; all up to there can be read. */
    public SortedMap<String, Long> heads() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(HEADS);
                var rows = statement.executeQuery()) {
            var heads = new TreeMap<String, Long>();
            while (rows.next()) {
                heads.put(rows.getString(1), rows.getLong(2));
            }
            return heads;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the revisions of a stream after a sequence and up to another, in order. */
    public List<LoggedRevision> between(String stream, long after, long upTo) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(AFTER)) {
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
