package org.mandateatlas.registry.relay;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Reads the revisions to publish and records the progress of publication. */
@ApplicationScoped
class OutboxRepository {

    /** Largest number of revisions that are read at once; part of the statement, whose plan depends on it. */
    static final int BATCH = 500;

    /** The process that has locked these rows publishes; another one waits for them and takes over when it is silent. */
    private static final String LOCK = """
            select p.stream, p.sequence, p.log_offset, s.sequence > p.sequence
            from publication p join stream s on s.name = p.stream order by p.stream for update of p""";

    /**
     * The database ends a transaction whose process is silent, and gives up sending to a host that has vanished. Statements are
     * planned once per connection.
     */
    private static final String SETTINGS = """
            select set_config('idle_in_transaction_session_timeout', ?, true), set_config('tcp_user_timeout', ?, true),
                   set_config('lock_timeout', ?, true), set_config('plan_cache_mode', 'force_generic_plan', true)""";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String BACKLOG = """
            select coalesce(sum(s.sequence - p.sequence), 0),
                   coalesce(extract(epoch from now() - min(r.recorded_at)), 0)
            from stream s join publication p on p.stream = s.name
            left join revision r on r.stream = p.stream and r.sequence = p.sequence + 1""";

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
            order by r.sequence
            limit\s""" + BATCH;

    private static final String ADVANCE = "update publication set sequence = ?, log_offset = ? where stream = ?";

    private static final String RECORDED = """
            select s.sequence, r.document_id, r.recorded_at
            from stream s left join revision r on r.stream = s.name and r.sequence = ?
            where s.name = ?""";

    private final AgroalDataSource database;

    OutboxRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns how many revisions are not published yet, and the age of the oldest. */
    Backlog backlog() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(BACKLOG)) {
            rows.next();
            return new Backlog(rows.getLong(1), Duration.ofMillis(Math.round(1000 * rows.getDouble(2))));
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** Returns the number of unpublished revisions; NaN while the database is unavailable. */
    double measuredBacklog() {
        return measured(Backlog::revisions);
    }

    /** Returns the age of the oldest unpublished revision in seconds; NaN while the database is unavailable. */
    double measuredAge() {
        return measured(backlog -> backlog.age().toMillis() / 1000.0);
    }

    private double measured(ToDoubleFunction<Backlog> value) {
        try {
            return value.applyAsDouble(backlog());
        } catch (Failure e) {
            return Double.NaN;
        }
    }

    /**
     * Revisions that wait for publication.
     *
     * @param revisions their number
     * @param age time since the oldest was recorded; zero if there is none
     */
    record Backlog(long revisions, Duration age) {}

    /**
     * Locks all streams until the publication is closed. While another process has locked them, it waits at most for the
     * given time, in which a process that is silent loses its lock, and then returns null.
     */
    @Nullable Publication lock(Duration silence) {
        try {
            var connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                limit(connection, Long.toString(silence.toMillis()));
                return publication(connection);
            } catch (SQLException e) {
                connection.rollback();
                connection.close();
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    return null;
                }
                throw e;
            }
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    private static void limit(Connection connection, String milliseconds) throws SQLException {
        try (var statement = connection.prepareStatement(SETTINGS)) {
            for (var parameter = 1; parameter <= 3; parameter++) {
                statement.setString(parameter, milliseconds);
            }
            statement.execute();
        }
    }

    private static Publication publication(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK);
                var rows = statement.executeQuery()) {
            var published = new TreeMap<String, PublishedRevision>();
            var waiting = new TreeSet<String>();
            while (rows.next()) {
                published.put(rows.getString(1), new PublishedRevision(rows.getLong(2), rows.getObject(3, Long.class)));
                if (rows.getBoolean(4)) {
                    waiting.add(rows.getString(1));
                }
            }
            return new Publication(connection, published, waiting);
        }
    }

    /** A lock of all streams; its progress counts once it is committed. */
    static final class Publication implements AutoCloseable {

        private final Connection connection;
        private final SortedMap<String, PublishedRevision> published;
        private final SortedSet<String> waiting;

        private Publication(
                Connection connection, SortedMap<String, PublishedRevision> published, SortedSet<String> waiting) {
            this.connection = connection;
            this.published = published;
            this.waiting = waiting;
        }

        /** Returns the last published revision of each stream. */
        SortedMap<String, PublishedRevision> published() {
            return published;
        }

        /** Returns the streams that have later revisions. */
        SortedSet<String> waiting() {
            return waiting;
        }

        /** Returns at most {@link #BATCH} next revisions of a stream, in order. */
        List<OutboxRecord> next(String stream, long after) {
            try (var statement = connection.prepareStatement(NEXT)) {
                statement.setString(1, stream);
                statement.setLong(2, after);
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

        /** Shows the database that this process is alive. */
        void renew() {
            try (var statement = connection.createStatement()) {
                statement.execute("select 1");
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }

        /** Returns whether the log of a stream contains all events of the topic: that of the last one is compared. */
        boolean isLogOf(String stream, TopicContent content) {
            try (var statement = connection.prepareStatement(RECORDED)) {
                statement.setLong(1, content.sequence());
                statement.setString(2, stream);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    var last = content.complete();
                    return content.highest() <= rows.getLong(1)
                            && (last == null
                                    || last.id().equals(rows.getString(2))
                                            && last.recordedAt()
                                                    .equals(rows.getObject(3, OffsetDateTime.class)
                                                            .toInstant()));
                }
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }

        /** Sets the last published revision of a stream. */
        void advance(String stream, PublishedRevision last) {
            try (var statement = connection.prepareStatement(ADVANCE)) {
                statement.setLong(1, last.sequence());
                statement.setObject(2, last.offset(), Types.BIGINT);
                statement.setString(3, stream);
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
