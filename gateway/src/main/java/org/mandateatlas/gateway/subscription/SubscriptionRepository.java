package org.mandateatlas.gateway.subscription;

import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.security.Caller;
import org.mandateatlas.gateway.subscription.Subscription.PauseReason;
import org.mandateatlas.gateway.subscription.Subscription.Progress;
import org.mandateatlas.gateway.subscription.Subscription.Settings;
import org.mandateatlas.gateway.subscription.Subscription.State;
import org.mandateatlas.gateway.subscription.webhook.Secret;

/** The subscriptions that there are. */
@Singleton
public class SubscriptionRepository {

    private static final int MOST_SECRETS = 5;

    private static final String COUNT = "select count(*) from subscription where owner = ?";

    /** Two requests of one owner at once are counted one after the other. */
    private static final String LOCK_OWNER = "select pg_advisory_xact_lock(hashtextextended('subscription ' || ?, 0))";

    private static final String INSERT = """
            insert into subscription (id, owner, url, description, filter, state, position)
            values (?, ?, ?, ?, ?::json, 'active', ?)
            returning *""";

    private static final String FIND = "select * from subscription where id = ?";

    private static final String FIND_TO_CHANGE = FIND + " for update";

    private static final String LIST = """
            select * from subscription
            where number > ? and (?::text is null or owner = ?) and (?::text is null or state = ?)
            order by number limit ?""";

    private static final String UPDATE = """
            update subscription
            set url = ?, description = ?, filter = ?::json, state = ?, version = version + 1, updated_at = now(),
                pause_reason = case when ? = 'active' then null else coalesce(pause_reason, 'requested') end,
                paused_at = case when ? = 'active' then null else coalesce(paused_at, now()) end,
                position = coalesce(?, position),
                replay = replay + case when ?::text is null then 0 else 1 end,
                attempts = 0, failing_since = null, next_attempt_at = null
            where id = ?
            returning *""";

    private static final String DELETE = "delete from subscription where id = ?";

    private static final String ADD_SECRET = "insert into subscription_secret (subscription, secret) values (?, ?)";

    private static final String EXPIRE_SECRETS = """
            update subscription_secret set expires_at = now() + ? * interval '1 millisecond'
            where subscription = ? and expires_at is null""";

    private static final String FORGET_SECRETS = """
            delete from subscription_secret
            where subscription = ? and (expires_at <= now() or number not in (
                select number from subscription_secret where subscription = ? order by number desc limit ?))""";

    private static final String SECRETS_EXPIRE = """
            select max(expires_at) from subscription_secret where subscription = ? and expires_at > now()""";

    /** Adds a subscription; null when its owner has as many as may be. */
    @Nullable Subscription add(
            Connection connection,
            String id,
            String owner,
            Settings settings,
            Position position,
            Secret secret,
            int most)
            throws SQLException {
        try (var lock = connection.prepareStatement(LOCK_OWNER)) {
            lock.setString(1, owner);
            lock.execute();
        }
        if (count(connection, owner) >= most) {
            return null;
        }
        Subscription added;
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, id);
            statement.setString(2, owner);
            statement.setString(3, settings.url());
            statement.setString(4, settings.description());
            statement.setString(5, settings.filter().toJson().encode());
            statement.setString(6, position.toString());
            added = one(statement);
        }
        addSecret(connection, id, secret);
        return added;
    }

    private static long count(Connection connection, String owner) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, owner);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /**
     * Returns a subscription that the caller may see.
     *
     * @throws ProblemException (404) when there is none
     */
    public Subscription requireVisible(Connection connection, String id, Caller caller) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, id);
            Subscription found = one(statement);
            if (found == null || !(caller.curator() || found.owner().equals(caller.name()))) {
                throw notFound();
            }
            return found;
        }
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "You have no subscription of this id.");
    }

    /** Returns a subscription that nobody else changes before the transaction ends; null when there is none. */
    @Nullable Subscription findToChange(Connection connection, String id) throws SQLException {
        try (var statement = connection.prepareStatement(FIND_TO_CHANGE)) {
            statement.setString(1, id);
            return one(statement);
        }
    }

    /** Returns subscriptions in order of creation: those of an owner, of a state, where one is given. */
    List<Subscription> list(
            Connection connection, long after, @Nullable String owner, @Nullable String state, int limit)
            throws SQLException {
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setLong(1, after);
            statement.setString(2, owner);
            statement.setString(3, owner);
            statement.setString(4, state);
            statement.setString(5, state);
            statement.setInt(6, limit);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<Subscription>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        }
    }

    /** Changes a subscription, which is then told at once, and from a point of the feed if one is given. */
    @Nullable Subscription update(Connection connection, String id, Settings settings, @Nullable Position after)
            throws SQLException {
        String position = after == null ? null : after.toString();
        try (var statement = connection.prepareStatement(UPDATE)) {
            statement.setString(1, settings.url());
            statement.setString(2, settings.description());
            statement.setString(3, settings.filter().toJson().encode());
            statement.setString(4, settings.state().word());
            statement.setString(5, settings.state().word());
            statement.setString(6, settings.state().word());
            statement.setString(7, position);
            statement.setString(8, position);
            statement.setString(9, id);
            return one(statement);
        }
    }

    /** Removes a subscription with all that was delivered to it. */
    void delete(Connection connection, String id) throws SQLException {
        try (var statement = connection.prepareStatement(DELETE)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    /** Makes a secret the one that signs; those before sign beside it for a while. Returns until when; null when there were none. */
    @Nullable Instant replaceSecret(Connection connection, String id, Secret secret, Duration overlap) throws SQLException {
        try (var statement = connection.prepareStatement(EXPIRE_SECRETS)) {
            statement.setLong(1, overlap.toMillis());
            statement.setString(2, id);
            statement.executeUpdate();
        }
        addSecret(connection, id, secret);
        try (var statement = connection.prepareStatement(FORGET_SECRETS)) {
            statement.setString(1, id);
            statement.setString(2, id);
            statement.setInt(3, MOST_SECRETS);
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(SECRETS_EXPIRE)) {
            statement.setString(1, id);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return instant(rows, 1);
            }
        }
    }

    private static void addSecret(Connection connection, String id, Secret secret) throws SQLException {
        try (var statement = connection.prepareStatement(ADD_SECRET)) {
            statement.setString(1, id);
            statement.setString(2, secret.text());
            statement.executeUpdate();
        }
    }

    private static @Nullable Subscription one(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            return rows.next() ? read(rows) : null;
        }
    }

    /** Reads a row of the table. */
    public static Subscription read(ResultSet rows) throws SQLException {
        return new Subscription(
                rows.getString("id"),
                rows.getLong("number"),
                rows.getString("owner"),
                new Settings(
                        rows.getString("url"),
                        rows.getString("description"),
                        SubscriptionFilter.of(new JsonObject(rows.getString("filter"))),
                        Words.read(State.class, rows.getString("state"))),
                Words.readIfAny(PauseReason.class, rows.getString("pause_reason")),
                instant(rows, "paused_at"),
                rows.getInt("version"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                rows.getObject("updated_at", OffsetDateTime.class).toInstant(),
                new Progress(
                        rows.getString("position"),
                        rows.getInt("attempts"),
                        instant(rows, "failing_since"),
                        instant(rows, "next_attempt_at"),
                        instant(rows, "last_delivered_at")));
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        return instant(rows, rows.findColumn(column));
    }
}
