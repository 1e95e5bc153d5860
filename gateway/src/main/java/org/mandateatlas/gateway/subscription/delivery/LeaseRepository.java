package org.mandateatlas.gateway.subscription.delivery;

import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.gateway.subscription.SubscriptionFilter;
import org.mandateatlas.gateway.subscription.webhook.Secret;

/**
 * Who delivers what. A subscription is held by one gateway at a time, for a while that it prolongs before each attempt, so that
 * another takes over when it has died; the clock is the database's. What a holder does counts only while it holds, and as long as the
 * owner of the subscription has not changed what it rests on.
 */
@Singleton
class LeaseRepository {

    private static final String CLAIM = """
            update subscription set holder = ?, held_until = now() + ? * interval '1 millisecond'
            where id in (
                select s.id from subscription s
                where s.held_until <= now()
                  and ((s.state = 'active' and s.position <> ?
                            and (s.next_attempt_at is null or s.next_attempt_at <= now()))
                       or exists (select 1 from delivery d where d.subscription = s.id and d.outcome = 'pending'))
                order by s.held_until limit ? for update skip locked)
            returning id, holder, url, filter, version, replay, attempts, position,
                state = 'active' and (next_attempt_at is null or next_attempt_at <= now()) as active""";

    /** The owner may have changed what is wanted: then what was passed over may be wanted now, and the version is another. */
    private static final String HOLD = """
            update subscription set held_until = now() + ? * interval '1 millisecond', position = ?
            where id = ? and holder = ? and version = ?""";

    private static final String HOLD_WHATEVER = """
            update subscription set held_until = now() + ? * interval '1 millisecond' where id = ? and holder = ?""";

    private static final String SECRETS = """
            select secret from subscription_secret
            where subscription = ? and (expires_at is null or expires_at > now())
            order by number desc""";

    /** What was delivered is delivered, even if the owner has changed the filter meanwhile; only a replay is not to be undone. */
    private static final String DELIVERED = """
            update subscription
            set position = ?, attempts = 0, failing_since = null, next_attempt_at = null, last_delivered_at = now()
            where id = ? and holder = ? and replay = ?""";

    private static final String FAILED = """
            update subscription
            set attempts = attempts + 1, failing_since = coalesce(failing_since, now()),
                next_attempt_at = now() + ? * interval '1 millisecond'
            where id = ? and holder = ? and version = ?
            returning now() - failing_since >= ? * interval '1 millisecond'""";

    private static final String PAUSE = """
            update subscription
            set state = 'paused', pause_reason = ?, paused_at = now(), version = version + 1, updated_at = now(),
                next_attempt_at = null
            where id = ? and holder = ? and version = ?""";

    private static final String RELEASE = """
            update subscription
            set holder = null, held_until = now(), position = case when version = ? then ? else position end
            where id = ? and holder = ?""";

    private static final String COUNT = """
            select count(*) filter (where state = 'active'),
                count(*) filter (where state = 'active' and failing_since is not null),
                count(*) filter (where state = 'paused')
            from subscription""";

    /** Takes what has something due and is held by nobody, what has waited longest first. */
    List<Lease> claim(Connection connection, String holder, Duration lease, Position head, int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, holder);
            statement.setLong(2, lease.toMillis());
            statement.setString(3, head.toString());
            statement.setInt(4, limit);
            try (var rows = statement.executeQuery()) {
                var claims = new ArrayList<Lease>();
                while (rows.next()) {
                    claims.add(read(rows));
                }
                return claims;
            }
        }
    }

    private static Lease read(ResultSet rows) throws SQLException {
        return new Lease(
                rows.getString("id"),
                rows.getString("holder"),
                rows.getString("url"),
                SubscriptionFilter.of(new JsonObject(rows.getString("filter"))).toChangeFilter(),
                rows.getBoolean("active"),
                rows.getInt("version"),
                rows.getInt("replay"),
                rows.getInt("attempts"),
                Position.parse(rows.getString("position")));
    }

    /** Prolongs a claim, and remembers what was passed over; tells whether it still holds and nothing has changed. */
    boolean hold(Connection connection, Lease claim, Duration lease, Position passed) throws SQLException {
        try (var statement = connection.prepareStatement(HOLD)) {
            statement.setLong(1, lease.toMillis());
            statement.setString(2, passed.toString());
            statement.setString(3, claim.subscription());
            statement.setString(4, claim.holder());
            statement.setInt(5, claim.version());
            return statement.executeUpdate() == 1;
        }
    }

    /** Prolongs a claim; tells whether it still holds. */
    boolean hold(Connection connection, Lease claim, Duration lease) throws SQLException {
        try (var statement = connection.prepareStatement(HOLD_WHATEVER)) {
            statement.setLong(1, lease.toMillis());
            statement.setString(2, claim.subscription());
            statement.setString(3, claim.holder());
            return statement.executeUpdate() == 1;
        }
    }

    /** Returns what signs, the newest first. */
    List<Secret> secrets(Connection connection, Lease claim) throws SQLException {
        try (var statement = connection.prepareStatement(SECRETS)) {
            statement.setString(1, claim.subscription());
            try (var rows = statement.executeQuery()) {
                var secrets = new ArrayList<Secret>();
                while (rows.next()) {
                    secrets.add(Secret.parse(rows.getString(1)));
                }
                return secrets;
            }
        }
    }

    /** Moves a subscription past what was delivered to it; tells whether the claim still held. */
    boolean delivered(Connection connection, Lease claim, Position position) throws SQLException {
        try (var statement = connection.prepareStatement(DELIVERED)) {
            statement.setString(1, position.toString());
            statement.setString(2, claim.subscription());
            statement.setString(3, claim.holder());
            statement.setInt(4, claim.replay());
            return statement.executeUpdate() == 1;
        }
    }

    /** Lets a subscription wait; tells whether it has been tried in vain for too long. Null when the claim does not hold any more. */
    @Nullable Boolean failed(Connection connection, Lease claim, Duration wait, Duration giveUpAfter) throws SQLException {
        try (var statement = connection.prepareStatement(FAILED)) {
            statement.setLong(1, wait.toMillis());
            statement.setString(2, claim.subscription());
            statement.setString(3, claim.holder());
            statement.setInt(4, claim.version());
            statement.setLong(5, giveUpAfter.toMillis());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getBoolean(1) : null;
            }
        }
    }

    /** Lets a subscription stand still until its owner wants it otherwise. */
    void pause(Connection connection, Lease claim, String reason) throws SQLException {
        try (var statement = connection.prepareStatement(PAUSE)) {
            statement.setString(1, reason);
            statement.setString(2, claim.subscription());
            statement.setString(3, claim.holder());
            statement.setInt(4, claim.version());
            statement.executeUpdate();
        }
    }

    /** Lets go, and remembers what was passed over. */
    void release(Connection connection, Lease claim, Position passed) throws SQLException {
        try (var statement = connection.prepareStatement(RELEASE)) {
            statement.setInt(1, claim.version());
            statement.setString(2, passed.toString());
            statement.setString(3, claim.subscription());
            statement.setString(4, claim.holder());
            statement.executeUpdate();
        }
    }

    /** Returns how many subscriptions there are. */
    Counts count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT);
                var rows = statement.executeQuery()) {
            rows.next();
            return new Counts(rows.getLong(1), rows.getLong(2), rows.getLong(3));
        }
    }

    /**
     * How many subscriptions there are.
     *
     * @param active those that are told of changes
     * @param failing those of them whose receiver fails
     * @param paused those that stand still
     */
    record Counts(long active, long failing, long paused) {}
}
