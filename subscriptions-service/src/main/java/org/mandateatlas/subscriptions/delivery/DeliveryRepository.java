package org.mandateatlas.subscriptions.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.subscriptions.webhook.AttemptResult;

/** Queries and changes of deliveries. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<DeliveryEntity, Long> {

    private static final String RECORD = """
            insert into delivery (subscription, replay, event_id, event_type, stream, sequence, subject, position,
                outcome, attempts, created_at, last_attempt_at, next_attempt_at, status, error, response, millis)
            select s.id, :replay, :eventId, :eventType, :stream, :sequence, :subject, :position,
                :outcome, 1, now(), now(), case when :outcome = 'RETRYING' then s.next_attempt_at end,
                :status, :error, :response, :millis
            from subscription s where s.id = :subscription
            on conflict (subscription, replay, event_id) where redelivery_of is null do update
            set outcome = excluded.outcome, attempts = delivery.attempts + 1, last_attempt_at = now(),
                next_attempt_at = excluded.next_attempt_at, status = excluded.status, error = excluded.error,
                response = excluded.response, millis = excluded.millis""";

    /** A second request before the redelivery is attempted returns the same redelivery. */
    private static final String REQUEST_REDELIVERY = """
            insert into delivery (subscription, replay, redelivery_of, event_id, event_type, stream, sequence, subject,
                position, outcome, attempts, created_at)
            select subscription, replay, number, event_id, event_type, stream, sequence, subject,
                position, 'PENDING', 0, now()
            from delivery where subscription = :subscription and number = :number
            on conflict (subscription, redelivery_of) where outcome = 'PENDING' do update set outcome = 'PENDING'
            returning *""";

    private static final String DELETE_SURPLUS = """
            delete from delivery d
            using (select s.id, (select x.number from delivery x where x.subscription = s.id
                                 order by x.number desc offset :kept limit 1) as last
                   from subscription s) surplus
            where d.subscription = surplus.id and d.number <= surplus.last and d.outcome in ('DELIVERED', 'FAILED')""";

    private final Session session;
    private final Clock clock;

    DeliveryRepository(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Records an attempt to deliver the next event in order. */
    @Transactional
    void record(Lease lease, Entry entry, DeliveryOutcome outcome, AttemptResult result) {
        session.createNativeMutationQuery(RECORD)
                .setParameter("replay", lease.replay())
                .setParameter("eventId", entry.event().id())
                .setParameter("eventType", entry.event().type())
                .setParameter("stream", entry.event().stream())
                .setParameter("sequence", entry.event().sequence())
                .setParameter("subject", entry.event().subject())
                .setParameter("position", entry.position().toString())
                .setParameter("outcome", outcome.name())
                .setParameter("status", result.status(), Integer.class)
                .setParameter("error", result.error(), String.class)
                .setParameter("response", result.body(), String.class)
                .setParameter("millis", result.millis())
                .setParameter("subscription", lease.subscription())
                .executeUpdate();
    }

    /** Returns the deliveries with a number below the given one and with one of the outcomes, the newest first. */
    @Transactional
    List<DeliveryEntity> list(String subscription, long before, Set<DeliveryOutcome> outcomes, int limit) {
        var parameters = Parameters.with("subscription", subscription).and("before", before);
        var query = "subscription = :subscription and number < :before";
        if (!outcomes.isEmpty()) {
            query += " and outcome in :outcomes";
            parameters.and("outcomes", outcomes);
        }
        return find(query + " order by number desc", parameters).page(0, limit).list();
    }

    /**
     * Returns a delivery.
     *
     * @throws ProblemException (404) if the subscription has no such delivery
     */
    @Transactional
    Delivery require(String subscription, long number) {
        return find("subscription = ?1 and number = ?2", subscription, number)
                .firstResultOptional()
                .orElseThrow(DeliveryRepository::notFound)
                .document();
    }

    /**
     * Requests another delivery of the same event.
     *
     * @throws ProblemException (404) if the subscription has no such delivery
     */
    @Transactional
    Delivery requestRedelivery(String subscription, long number) {
        return session.createNativeQuery(REQUEST_REDELIVERY, DeliveryEntity.class)
                .setParameter("subscription", subscription)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(DeliveryRepository::notFound)
                .document();
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "The subscription has no delivery with this id.");
    }

    /** Returns requested redeliveries in the order of the requests. */
    @Transactional
    List<DeliveryEntity> pending(String subscription, int limit) {
        return find("subscription = ?1 and outcome = ?2 order by number", subscription, DeliveryOutcome.PENDING)
                .page(0, limit)
                .list();
    }

    /** Records the attempt of a redelivery. */
    @Transactional
    void finish(long number, DeliveryOutcome outcome, AttemptResult result) {
        var found = Optional.ofNullable(findById(number));
        found.filter(delivery -> delivery.outcome == DeliveryOutcome.PENDING).ifPresent(delivery -> {
            delivery.outcome = outcome;
            delivery.attempts++;
            delivery.lastAttemptAt = clock.instant();
            delivery.status = result.status();
            delivery.error = result.error();
            delivery.response = result.body();
            delivery.millis = result.millis();
        });
    }

    /** Deletes finished deliveries that are older than the duration, and all but the newest of each subscription. */
    @Transactional
    void deleteOld(Duration keptFor, int kept) {
        delete(
                "outcome in ?1 and lastAttemptAt < ?2",
                Set.of(DeliveryOutcome.DELIVERED, DeliveryOutcome.FAILED),
                clock.instant().minus(keptFor));
        session.createNativeMutationQuery(DELETE_SURPLUS)
                .setParameter("kept", kept)
                .executeUpdate();
    }
}
