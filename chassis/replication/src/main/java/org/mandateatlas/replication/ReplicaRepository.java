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
import org.mandateatlas.registry.Clause;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.StatementRepository;

/** Stores replicated revisions and the progress of each stream. */
@ApplicationScoped
class ReplicaRepository {

    private static final String OPEN =
            "insert into replica_stream (stream, sequence, log_offset) values (?, 0, 0) on conflict do nothing";

    private static final String PROGRESS = "select sequence, log_offset from replica_stream where stream = ?";

    /** Another replicating process waits, and then finds nothing left to add. */
    private static final String LOCK = "select sequence, log_offset from replica_stream where stream = ? for update";

    private static final String ADD = """
            insert into replica_revision (stream, sequence, document_id, version, change, recorded_at, document)
            values (?, ?, ?, ?, ?, ?, ?::json)""";

    private static final String ADVANCE = "update replica_stream set sequence = ?, log_offset = ? where stream = ?";

    private static final String LIVING = """
            select r.stream, r.id from unnest(?::text[], ?::text[]) r(stream, id)
            join lateral (
                select document from replica_revision f where f.stream = r.stream and f.document_id = r.id
                order by version desc limit 1) last on last.document is not null""";

    private static final String SILENT = "select stream from replica_stream where sequence = 0";

    private final AgroalDataSource database;
    private final StatementRepository statements;

    ReplicaRepository(AgroalDataSource database, StatementRepository statements) {
        this.database = database;
        this.statements = statements;
    }

    /** Registers a stream if it is new and returns its progress. */
    Progress open(String stream) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, stream);
            statement.executeUpdate();
            return progress(connection, PROGRESS, stream);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Applies the next revisions and skips those that were applied before.
     *
     * @param arrivals revisions in topic order
     * @param highest the highest sequence that has arrived early, or 0
     * @return the progress; behind the last arrival if there is a gap
     */
    Progress apply(String stream, List<Arrival> arrivals, long highest) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var progress = progress(connection, LOCK, stream);
                var next = progress.next(arrivals);
                if (!next.isEmpty()) {
                    progress = progress.after(arrivals, highest);
                    add(connection, next);
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

    private static void add(Connection connection, List<LoggedRevision> next) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            for (var revision : next) {
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

    /** Returns those of the documents that exist according to the replica. */
    Set<Reference> living(List<Reference> references) {
        var wanted = Clause.of(
                LIVING,
                references.stream().map(Reference::stream).toList(),
                references.stream().map(Reference::id).toList());
        return statements.selectPlanned(wanted, rows -> {
            var living = new HashSet<Reference>();
            while (rows.next()) {
                living.add(Reference.to(rows.getString(1), rows.getString(2)));
            }
            return living;
        });
    }

    /** Returns the replicated streams from which nothing has been received. */
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
     * The progress of a stream.
     *
     * @param sequence the last applied sequence, or 0
     * @param offset the topic offset to continue from; everything before it has been applied
     */
    record Progress(long sequence, long offset) {

        /** Returns the arrivals that continue the sequence; the others are duplicates or early. */
        List<LoggedRevision> next(List<Arrival> arrivals) {
            var next = new ArrayList<LoggedRevision>();
            for (var arrival : arrivals) {
                if (arrival.revision().sequence() == sequence + next.size() + 1) {
                    next.add(arrival.revision());
                }
            }
            return next;
        }

        /** Returns the progress after the arrivals have been applied; the offset does not pass early arrivals. */
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
     * A revision received from a topic.
     *
     * @param revision the revision
     * @param offset its offset in the topic
     * @param traceparent the span in which it was sent, or null
     */
    record Arrival(
            LoggedRevision revision, long offset, @Nullable String traceparent) {}
}
