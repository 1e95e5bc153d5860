package org.mandateatlas.gateway.subscription.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.gateway.subscription.Words;
import org.mandateatlas.gateway.subscription.delivery.Delivery.EventKey;
import org.mandateatlas.gateway.subscription.delivery.Delivery.Outcome;
import org.mandateatlas.gateway.subscription.webhook.Reply;

/** What was delivered to whom, or not. */
@Singleton
class DeliveryRepository {

    private static final String RECORD = """
            insert into delivery (subscription, replay, event_id, event_type, stream, sequence, subject, position,
                outcome, attempts, last_attempt_at, next_attempt_at, status, error, response, millis)
            select s.id, ?, ?, ?, ?, ?, ?, ?, ?, 1, now(),
                case when ? = 'retrying' then s.next_attempt_at end, ?, ?, ?, ?
            from subscription s where s.id = ?
            on conflict (subscription, replay, event_id) where redelivery_of is null do update
            set outcome = excluded.outcome, attempts = delivery.attempts + 1, last_attempt_at = now(),
                next_attempt_at = excluded.next_attempt_at, status = excluded.status, error = excluded.error,
                response = excluded.response, millis = excluded.millis""";

    private static final String LIST = """
            select * from delivery
            where subscription = ? and number < ? and (cardinality(?::text[]) = 0 or outcome = any(?::text[]))
            order by number desc limit ?""";

    private static final String FIND = "select * from delivery where subscription = ? and number = ?";

    /** Who asks twice before it is sent asks once. */
    private static final String ASK_AGAIN = """
            insert into delivery (subscription, replay, redelivery_of, event_id, event_type, stream, sequence, subject,
                position, outcome)
            select subscription, replay, number, event_id, event_type, stream, sequence, subject, position, 'pending'
            from delivery where subscription = ? and number = ?
            on conflict (subscription, redelivery_of) where outcome = 'pending' do update set outcome = 'pending'
            returning *""";

    private static final String PENDING = """
            select * from delivery where subscription = ? and outcome = 'pending' order by number limit ?""";

    private static final String FINISH = """
            update delivery
            set outcome = ?, attempts = attempts + 1, last_attempt_at = now(), status = ?, error = ?, response = ?, millis = ?
            where number = ? and outcome = 'pending'""";

    private static final String FORGET_OLD = """
            delete from delivery
            where outcome in ('delivered', 'failed') and last_attempt_at < now() - ? * interval '1 millisecond'""";

    private static final String FORGET_MANY = """
            delete from delivery d
            using (select s.id, (select x.number from delivery x where x.subscription = s.id
                                 order by x.number desc offset ? limit 1) as last
                   from subscription s) surplus
            where d.subscription = surplus.id and d.number <= surplus.last and d.outcome in ('delivered', 'failed')""";

    /** Takes note of an attempt. */
    void record(Connection connection, Lease claim, Entry entry, Outcome outcome, Reply reply) throws SQLException {
        try (var statement = connection.prepareStatement(RECORD)) {
            statement.setInt(1, claim.replay());
            statement.setString(2, entry.event().id());
            statement.setString(3, entry.event().type());
            statement.setString(4, entry.event().stream());
            statement.setLong(5, entry.event().sequence());
            statement.setString(6, entry.event().subject());
            statement.setString(7, entry.position().toString());
            statement.setString(8, Words.of(outcome));
            statement.setString(9, Words.of(outcome));
            set(statement, 10, reply);
            statement.setString(14, claim.subscription());
            statement.executeUpdate();
        }
    }

    /** Returns deliveries to a subscription, the newest first: those before a number, with one of the outcomes if any is given. */
    List<Delivery> list(Connection connection, String subscription, long before, Collection<String> outcomes, int limit)
            throws SQLException {
        var words = connection.createArrayOf("text", outcomes.toArray());
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setString(1, subscription);
            statement.setLong(2, before);
            statement.setArray(3, words);
            statement.setArray(4, words);
            statement.setInt(5, limit);
            return all(statement);
        }
    }

    /** Returns a delivery to a subscription; null when there is none. */
    @Nullable Delivery find(Connection connection, String subscription, long number) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, subscription);
            statement.setLong(2, number);
            return all(statement).stream().findFirst().orElse(null);
        }
    }

    /** Asks for a delivery again; null when there is none. */
    @Nullable Delivery askAgain(Connection connection, String subscription, long number) throws SQLException {
        try (var statement = connection.prepareStatement(ASK_AGAIN)) {
            statement.setString(1, subscription);
            statement.setLong(2, number);
            return all(statement).stream().findFirst().orElse(null);
        }
    }

    /** Returns what was asked for again, in order. */
    List<Delivery> pending(Connection connection, String subscription, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(PENDING)) {
            statement.setString(1, subscription);
            statement.setInt(2, limit);
            return all(statement);
        }
    }

    /** Takes note of what came of a delivery that was asked for again. */
    void finish(Connection connection, Delivery delivery, Outcome outcome, Reply reply) throws SQLException {
        try (var statement = connection.prepareStatement(FINISH)) {
            statement.setString(1, Words.of(outcome));
            set(statement, 2, reply);
            statement.setLong(6, delivery.number());
            statement.executeUpdate();
        }
    }

    /** Forgets what is old, and all but the newest of each subscription. */
    void forget(Connection connection, Duration keptFor, int kept) throws SQLException {
        try (var statement = connection.prepareStatement(FORGET_OLD)) {
            statement.setLong(1, keptFor.toMillis());
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(FORGET_MANY)) {
            statement.setInt(1, kept);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int first, Reply reply) throws SQLException {
        statement.setObject(first, reply.status(), Types.INTEGER);
        statement.setString(first + 1, reply.error());
        statement.setString(first + 2, reply.body());
        statement.setLong(first + 3, reply.millis());
    }

    private static List<Delivery> all(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var found = new ArrayList<Delivery>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        }
    }

    private static Delivery read(ResultSet rows) throws SQLException {
        return new Delivery(
                rows.getLong("number"),
                rows.getObject("redelivery_of", Long.class),
                new EventKey(
                        rows.getString("event_id"),
                        rows.getString("event_type"),
                        rows.getString("stream"),
                        rows.getLong("sequence"),
                        rows.getString("subject")),
                rows.getString("position"),
                Words.read(Outcome.class, rows.getString("outcome")),
                rows.getInt("attempts"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(rows, "last_attempt_at"),
                instant(rows, "next_attempt_at"),
                rows.getObject("status", Integer.class),
                rows.getString("error"),
                rows.getString("response"),
                rows.getObject("millis", Long.class));
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
