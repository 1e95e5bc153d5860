package org.mandateatlas.chassis.relay;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has been published, and what is to be. */
@ApplicationScoped
class OutgoingRepository {

    /** Whoever holds these rows publishes; another process waits for them, and takes over when their holder dies. */
    private static final String HOLD = "select stream, sequence from publication order by stream for update";

    private static final String BACKLOG =
            "select coalesce(sum(s.sequence - p.sequence), 0) from stream s join publication p on p.stream = s.name";

    private static final String NEXT = """
            select r.sequence, r.document_id, r.version, r.change, r.correction, r.recorded_at, r.effective, r.actor,
                   r.note, r.document, p.document as previous, r.patch
            from revision r left join revision p
                on p.stream = r.stream and p.document_id = r.document_id and p.version = r.version - 1
            where r.stream = ? and r.sequence > ?
            order by r.sequence limit ?""";

    private static final String ADVANCE = "update publication set sequence = ? where stream = ?";

    private final AgroalDataSource database;

    OutgoingRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Opens a connection whose transaction its user ends. */
    Connection open() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Returns how many revisions are still to be published. */
    long backlog() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(BACKLOG)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Holds the streams until the transaction ends; returns how far each has been published. */
    static SortedMap<String, Long> hold(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(HOLD);
                var rows = statement.executeQuery()) {
            var published = new TreeMap<String, Long>();
            while (rows.next()) {
                published.put(rows.getString(1), rows.getLong(2));
            }
            return published;
        }
    }

    /** Returns the next revisions of a stream, in order. */
    static List<Outgoing> next(Connection connection, String stream, long after, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, stream);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            try (var rows = statement.executeQuery()) {
                var next = new ArrayList<Outgoing>();
                while (rows.next()) {
                    next.add(outgoing(stream, rows));
                }
                return next;
            }
        }
    }

    /** Notes how far a stream has been published. */
    static void advance(Connection connection, String stream, long sequence) throws SQLException {
        try (var statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, sequence);
            statement.setString(2, stream);
            statement.executeUpdate();
        }
    }

    private static Outgoing outgoing(String stream, ResultSet rows) throws SQLException {
        return new Outgoing(
                stream,
                rows.getLong("sequence"),
                rows.getString("document_id"),
                rows.getInt("version"),
                rows.getString("change"),
                rows.getBoolean("correction"),
                rows.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rows.getObject("effective", LocalDate.class),
                rows.getString("actor"),
                rows.getString("note"),
                rows.getString("document"),
                rows.getString("previous"),
                rows.getString("patch"));
    }
}
