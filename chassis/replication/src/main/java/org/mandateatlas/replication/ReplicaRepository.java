package org.mandateatlas.replication;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.Reference;

/** What was read of the streams of other services, and how far. */
@ApplicationScoped
class ReplicaRepository {

    private static final String OPEN =
            "insert into followed (stream, sequence, log_offset) values (?, 0, 0) on conflict do nothing";

    private static final String READ_ON = "select sequence, log_offset from followed where stream = ?";

    /** Another process that follows too waits, and then finds that there is nothing left to add. */
    private static final String HOLD = "select sequence, log_offset from followed where stream = ? for update";

    private static final String ADD = """
            insert into followed_revision (stream, sequence, document_id, version, change, recorded_at, document)
            values (?, ?, ?, ?, ?, ?, ?::json)""";

    private static final String ADVANCE = "update followed set sequence = ?, log_offset = ? where stream = ?";

    private static final String LIVING = """
            select r.stream, r.id from unnest(?::text[], ?::text[]) r(stream, id)
            join lateral (
                select document from followed_revision f where f.stream = r.stream and f.document_id = r.id
                order by version desc limit 1) last on last.document is not null""";

    private static final String SILENT = "select stream from followed where sequence = 0";

    private final AgroalDataSource database;

    ReplicaRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Begins to follow a stream unless it is followed; tells how far it has been read. */
    Progress open(String stream) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, stream);
            statement.executeUpdate();
            return progress(connection, READ_ON, stream);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Takes in the revisions that come next, and leaves those that were taken in before.
     *
     * @param arrivals revisions in the order of their topic
     * @param highest the highest sequence that came before too early to be taken in; 0 for none
     * @return how far the stream has been read then; short of the last arrival when there is a gap before it
     */
    Progress take(String stream, List<Arrival> arrivals, long highest) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var progress = progress(connection, HOLD, stream);
                var news = progress.next(arrivals);
                if (!news.isEmpty()) {
                    progress = progress.after(arrivals, highest);
                    add(connection, news);
                    advance(connection, stream, progress);
                }
                connection.commit();
                return progress;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Progress progress(Connection connection, String sql, String stream) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, stream);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Progress(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    private static void add(Connection connection, List<LoggedRevision> news) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            for (var revision : news) {
                statement.setString(1, revision.stream());
                statement.setLong(2, revision.sequence());
                statement.setString(3, revision.id());
                statement.setInt(4, revision.version());
                statement.setString(5, revision.change());
                statement.setObject(6, revision.recordedAt().atOffset(ZoneOffset.UTC));
                statement.setString(7, revision.document());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void advance(Connection connection, String stream, Progress progress) throws SQLException {
        try (var statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, progress.sequence());
            statement.setLong(2, progress.offset());
            statement.setString(3, stream);
            statement.executeUpdate();
        }
    }

    /** Returns those of the documents that there are, as far as their owners have said. */
    Set<Reference> living(List<Reference> references) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LIVING)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", references.stream().map(Reference::stream).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", references.stream().map(Reference::id).toArray()));
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

    /** Returns the followed streams that nothing has been read of. */
    Set<String> silent() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SILENT)) {
            var silent = new HashSet<String>();
            while (rows.next()) {
                silent.add(rows.getString(1));
            }
            return silent;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * How far a stream has been read.
     *
     * @param sequence the last revision taken in; 0 for none
     * @param offset the place in the topic to read on from: all that stands before it has been taken in
     */
    record Progress(long sequence, long offset) {

        /** Returns those of the arrivals that come next, one after the other; the others came before, or too early. */
        List<LoggedRevision> next(List<Arrival> arrivals) {
            var next = new ArrayList<LoggedRevision>();
            for (var arrival : arrivals) {
                if (arrival.revision().sequence() == sequence + next.size() + 1) {
                    next.add(arrival.revision());
                }
            }
            return next;
        }

        /** Returns how far the stream has been read once those have been taken in; nothing that came too early is passed. */
        Progress after(List<Arrival> arrivals, long highest) {
            var reached = sequence + next(arrivals).size();
            var complete = arrivals.stream()
                    .mapToLong(arrival -> arrival.revision().sequence())
                    .allMatch(arrived -> arrived <= reached);
            return new Progress(
                    reached, complete && highest <= reached ? arrivals.getLast().offset() + 1 : offset);
        }
    }

    /**
     * A revision as it came.
     *
     * @param revision the revision
     * @param offset its place in the topic
     * @param traceparent the span that it was sent in; null when that is not traced
     */
    record Arrival(
            LoggedRevision revision, long offset, @Nullable String traceparent) {}
}
