package org.mandateatlas.registry.relay;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the revisions to publish and records the progress of publication. */
@ApplicationScoped
class OutboxRepository {

    /** The process that has locked these rows publishes; another one waits for them and takes over when it dies. */
    private static final String LOCK = "select stream, sequence from publication order by stream for update";

    private static final String BACKLOG =
            "select coalesce(sum(s.sequence - p.sequence), 0) from stream s join publication p on p.stream = s.name";

    private static final String NEXT = """
            select r.sequence, r.document_id, r.version, r.change, r.correction, r.recorded_at, r.effective, r.actor,
                   r.note, r.document, p.document as previous, r.patch,
                   r.traceparent, m.mentions
            from revision r
            left join revision p
                on p.stream = r.stream and p.document_id = r.document_id and p.version = r.version - 1
            cross join lateral (
                select array_agg(distinct mention order by mention) as mentions
                from entry e cross join unnest(e.mentions) mention
                where e.stream = r.stream and e.id = r.document_id and e.version in (r.version, r.version - 1)) m
            where r.stream = ? and r.sequence > ?
            order by r.sequence limit ?""";

    private static final String ADVANCE = "update publication set sequence = ? where stream = ?";

    private final AgroalDataSource database;

    OutboxRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns the number of revisions that are not published yet. */
    long backlog() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(BACKLOG)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** Locks all streams until the publication is closed; waits while another process has locked them. */
    Publication lock() {
        try {
            var connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                return new Publication(connection, published(connection));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private static SortedMap<String, Long> published(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK);
                var rows = statement.executeQuery()) {
            var published = new TreeMap<String, Long>();
            while (rows.next()) {
                published.put(rows.getString(1), rows.getLong(2));
            }
            return published;
        }
    }

    /** A lock of all streams; its progress counts once it is committed. */
    static final class Publication implements AutoCloseable {

        private final Connection connection;
        private final SortedMap<String, Long> published;

        private Publication(Connection connection, SortedMap<String, Long> published) {
            this.connection = connection;
            this.published = published;
        }

        /** Returns the last published sequence of each stream. */
        SortedMap<String, Long> published() {
            return published;
        }

        /** Returns the next revisions of a stream, in order. */
        List<OutboxRecord> next(String stream, long after, int limit) {
            try (var statement = connection.prepareStatement(NEXT)) {
                statement.setString(1, stream);
                statement.setLong(2, after);
                statement.setInt(3, limit);
                try (var rows = statement.executeQuery()) {
                    var next = new ArrayList<OutboxRecord>();
                    while (rows.next()) {
                        next.add(outgoing(stream, rows));
                    }
                    return next;
                }
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }

        /** Sets the last published sequence of a stream. */
        void advance(String stream, long sequence) {
            try (var statement = connection.prepareStatement(ADVANCE)) {
                statement.setLong(1, sequence);
                statement.setString(2, stream);
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }

        /** Commits the progress. */
        void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }

        @Override
        public void close() {
            try (connection) {
                connection.rollback();
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }
    }

    /** The database is unavailable. */
    static final class Failure extends RuntimeException {

        private Failure(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static OutboxRecord outgoing(String stream, ResultSet rows) throws SQLException {
        return new OutboxRecord(
                stream,
                rows.getLong("sequence"),
                rows.getString("document_id"),
                rows.getInt("version"),
                rows.getString("change"),
                rows.getBoolean("correction"),
                rows.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rows.getString("effective"),
                rows.getString("actor"),
                rows.getString("note"),
                rows.getString("document"),
                rows.getString("previous"),
                rows.getString("patch"),
                rows.getString("traceparent"),
                mentions(rows.getArray("mentions")));
    }

    private static List<String> mentions(@Nullable Array mentions) throws SQLException {
        return mentions == null ? List.of() : List.of((String[]) mentions.getArray());
    }
}
