package org.mandateatlas.subscriptions.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.subscriptions.subscription.PauseReason;
import org.mandateatlas.subscriptions.subscription.SecretRepository;
import org.mandateatlas.subscriptions.subscription.SubscriptionFilter;
import org.mandateatlas.subscriptions.webhook.Secret;

/**
 * The leases of subscriptions. One replica at a time holds a lease and renews it before each attempt; another takes over when it expires. Times are those of the database. Changes by a holder take effect only while it holds the lease and the owner has not changed the subscription.
 */
@ApplicationScoped
class LeaseRepository {

    private static final String ACQUIRE = """
            update subscription
            set lease_holder = :holder, leased_until = now() + make_interval(secs => :seconds)
            where id in (
                select s.id from subscription s
                where s.leased_until <= now()
                  and ((s.state = 'ACTIVE' and s.position <> :head
                            and (s.next_attempt_at is null or s.next_attempt_at <= now()))
                       or exists (select 1 from delivery d where d.subscription = s.id and d.outcome = 'PENDING'))
                order by s.leased_until limit :most for update skip locked)
            returning id, lease_holder, url, filter::text as filter, version, replay, attempts, position,
                state = 'ACTIVE' and (next_attempt_at is null or next_attempt_at <= now()) as active""";

    /** A newer version may select events that were skipped, so the position is not moved. */
    private static final String RENEW_AND_SKIP = """
            update subscription set leased_until = now() + make_interval(secs => :seconds), position = :position
            where id = :id and lease_holder = :holder and version = :version""";

    private static final String RENEW = """
            update subscription set leased_until = now() + make_interval(secs => :seconds)
            where id = :id and lease_holder = :holder""";

    /** A delivered event stays delivered even if the owner has changed the filter; only a replay must not be undone. */
    private static final String ADVANCE = """
            update subscription
            set position = :position, attempts = 0, failing_since = null, next_attempt_at = null,
                last_delivered_at = now()
            where id = :id and lease_holder = :holder and replay = :replay""";

    private static final String POSTPONE = """
            update subscription
            set attempts = attempts + 1, failing_since = coalesce(failing_since, now()),
                next_attempt_at = now() + make_interval(secs => :seconds)
            where id = :id and lease_holder = :holder and version = :version
            returning now() - failing_since >= make_interval(secs => :giveUpSeconds)""";

    private static final String PAUSE = """
            update subscription
            set state = 'PAUSED', pause_reason = :reason, paused_at = now(), version = version + 1, updated_at = now(),
                next_attempt_at = null
            where id = :id and lease_holder = :holder and version = :version""";

    private static final String RELEASE = """
            update subscription
            set lease_holder = null, leased_until = now(),
                position = case when version = :version then :position else position end
            where id = :id and lease_holder = :holder""";

    private static final String COUNT = """
            select count(*) filter (where state = 'ACTIVE') as active,
                count(*) filter (where state = 'ACTIVE' and failing_since is not null) as failing,
                count(*) filter (where state = 'PAUSED') as paused,
                count(*) filter (where state = 'ACTIVE' and position <> :head) as waiting
            from subscription""";

    private final Session session;
    private final SecretRepository secrets;

    LeaseRepository(Session session, SecretRepository secrets) {
        this.session = session;
        this.secrets = secrets;
    }

    /** Acquires leases of subscriptions with due deliveries, those that have waited longest first. */
    @Transactional
    List<Lease> acquire(String holder, Duration duration, Position head, int most) {
        return session.createNativeQuery(ACQUIRE, Tuple.class)
                .setParameter("holder", holder)
                .setParameter("seconds", seconds(duration))
                .setParameter("head", head.toString())
                .setParameter("most", most)
                .getResultStream()
                .map(LeaseRepository::lease)
                .toList();
    }

    private static Lease lease(Tuple row) {
        return new Lease(
                row.get("id", String.class),
                row.get("lease_holder", String.class),
                row.get("url", String.class),
                SubscriptionFilter.parse(row.get("filter", String.class)).changes(),
                row.get("active", Boolean.class),
                row.get("version", Integer.class),
                row.get("replay", Integer.class),
                row.get("attempts", Integer.class),
                Position.parse(row.get("position", String.class)));
    }

    /**
     * Renews a lease and moves the position past skipped events.
     *
     * @return the secrets that sign the next delivery; null if the lease is lost or the subscription was changed
     */
    @Transactional
    @Nullable List<Secret> renew(Lease lease, Duration duration, Position skipped) {
        var renewed = of(session.createNativeMutationQuery(RENEW_AND_SKIP), lease)
                .setParameter("seconds", seconds(duration))
                .setParameter("position", skipped.toString())
                .setParameter("version", lease.version())
                .executeUpdate();
        return renewed == 1 ? secrets.current(lease.subscription()) : null;
    }

    /** Renews a lease; returns the secrets that sign the next delivery, or null if the lease is lost. */
    @Transactional
    @Nullable List<Secret> renew(Lease lease, Duration duration) {
        var renewed = of(session.createNativeMutationQuery(RENEW), lease)
                .setParameter("seconds", seconds(duration))
                .executeUpdate();
        return renewed == 1 ? secrets.current(lease.subscription()) : null;
    }

    /** Moves a subscription past a delivered event; returns whether the lease was still held. */
    @Transactional
    boolean advance(Lease lease, Position position) {
        return of(session.createNativeMutationQuery(ADVANCE), lease)
                        .setParameter("position", position.toString())
                        .setParameter("replay", lease.replay())
                        .executeUpdate()
                == 1;
    }

    /**
     * Postpones the next attempt after a failure.
     *
     * @return whether the attempts have failed for too long; null if the lease is lost
     */
    @Transactional
    @Nullable Boolean postpone(Lease lease, Duration wait, Duration giveUpAfter) {
        return of(session.createNativeQuery(POSTPONE, Boolean.class), lease)
                .setParameter("seconds", seconds(wait))
                .setParameter("giveUpSeconds", seconds(giveUpAfter))
                .setParameter("version", lease.version())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Pauses a subscription until its owner resumes it. */
    @Transactional
    void pause(Lease lease, PauseReason reason) {
        of(session.createNativeMutationQuery(PAUSE), lease)
                .setParameter("reason", reason.name())
                .setParameter("version", lease.version())
                .executeUpdate();
    }

    /** Releases a lease and moves the position past skipped events. */
    @Transactional
    void release(Lease lease, Position skipped) {
        of(session.createNativeMutationQuery(RELEASE), lease)
                .setParameter("version", lease.version())
                .setParameter("position", skipped.toString())
                .executeUpdate();
    }

    /** Returns the number of subscriptions by state and with a backlog. */
    @Transactional
    Counts count(Position head) {
        var row = session.createNativeQuery(COUNT, Tuple.class)
                .setParameter("head", head.toString())
                .getSingleResult();
        return new Counts(
                row.get("active", Long.class),
                row.get("failing", Long.class),
                row.get("paused", Long.class),
                row.get("waiting", Long.class));
    }

    private static <Q extends CommonQueryContract> Q of(Q query, Lease lease) {
        query.setParameter("id", lease.subscription());
        query.setParameter("holder", lease.holder());
        return query;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /**
     * The number of subscriptions by state.
     *
     * @param active active subscriptions
     * @param failing active subscriptions whose last attempt failed
     * @param paused paused subscriptions
     * @param waiting active subscriptions that have not reached the last event
     */
    record Counts(long active, long failing, long paused, long waiting) {}
}
