package org.mandateatlas.subscriptions.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.subscriptions.webhook.Secret;

/** Queries and changes of subscriptions. */
@ApplicationScoped
public class SubscriptionRepository implements PanacheRepositoryBase<SubscriptionEntity, String> {

    /** Serializes concurrent requests of one owner, so that the limit holds. */
    private static final String LOCK_OWNER = """
            select 1 from pg_advisory_xact_lock(hashtextextended('subscription ' || :owner, 0))""";

    /** Versions before this one stored names only; the first request of an owner with that name assigns the rows. */
    private static final String ASSIGN = """
            ownerIssuer = :issuer, ownerSubject = :subject where ownerSubject is null and owner = :name""";

    private static final String AFTER = "number > :last";
    private static final String OWNED = " and ownerIssuer = :issuer and ownerSubject = :subject";
    private static final String IN_STATE = " and state = :state";
    private static final String BY_NUMBER = " order by number";

    private final Session session;
    private final SecretRepository secrets;
    private final Clock clock;

    SubscriptionRepository(Session session, SecretRepository secrets, Clock clock) {
        this.session = session;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Adds a subscription.
     *
     * @param most the maximum number of subscriptions per owner
     * @throws ProblemException (422) if the owner has reached the maximum
     */
    @Transactional
    Subscription add(
            SubscriptionCaller owner, SubscriptionChange settings, Position position, Secret secret, int most) {
        var subject = owner.subject();
        session.createNativeQuery(LOCK_OWNER, Integer.class)
                .setParameter("owner", subject.text())
                .getSingleResult();
        assign(owner);
        if (count("ownerIssuer = ?1 and ownerSubject = ?2", subject.issuer(), subject.subject()) >= most) {
            throw new ProblemException(
                    ProblemType.RULE_VIOLATED, "An owner can have at most " + most + " subscriptions.");
        }
        var added = new SubscriptionEntity();
        added.id = UUID.randomUUID().toString();
        added.owner = owner.name();
        added.ownerIssuer = subject.issuer();
        added.ownerSubject = subject.subject();
        added.position = position.toString();
        added.createdAt = now();
        added.apply(settings, added.createdAt);
        persistAndFlush(added);
        secrets.add(added.id, secret);
        return added.document();
    }

    /**
     * Returns a subscription that the caller may see.
     *
     * @throws ProblemException (404) if there is none
     */
    @Transactional
    public Subscription requireVisible(String id, SubscriptionCaller caller) {
        return require(id, caller, LockModeType.NONE).document();
    }

    private void assign(SubscriptionCaller caller) {
        update(
                ASSIGN,
                Parameters.with("issuer", caller.subject().issuer())
                        .and("subject", caller.subject().subject())
                        .and("name", caller.name()));
    }

    private SubscriptionEntity require(String id, SubscriptionCaller caller, LockModeType lock) {
        assign(caller);
        var found = findById(id, lock);
        if (found == null || !caller.maySee(found)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "You have no subscription with this id.");
        }
        return found;
    }

    /** Returns subscriptions that the caller may see, in order of creation; only those in the state unless it is null. */
    @Transactional
    List<Subscription> list(long last, SubscriptionCaller caller, @Nullable SubscriptionState state, int limit) {
        assign(caller);
        var query = new StringBuilder(AFTER);
        var parameters = Parameters.with("last", last);
        if (!caller.curator()) {
            query.append(OWNED);
            parameters
                    .and("issuer", caller.subject().issuer())
                    .and("subject", caller.subject().subject());
        }
        if (state != null) {
            query.append(IN_STATE);
            parameters.and("state", state);
        }
        return find(query + BY_NUMBER, parameters).page(0, limit).stream()
                .map(SubscriptionEntity::document)
                .toList();
    }

    /**
     * Changes a subscription.
     *
     * @param version version that the change is based on
     * @throws ProblemException (412) if it has another version now
     */
    @Transactional
    Subscription update(String id, SubscriptionCaller caller, int version, SubscriptionChange settings) {
        var found = require(id, caller, LockModeType.PESSIMISTIC_WRITE);
        if (found.version != version) {
            throw Conditions.failed(found.version);
        }
        found.apply(settings, now());
        found.version++;
        if (settings.after() != null) {
            found.replay++;
        }
        return found.document();
    }

    /** Removes a subscription with its deliveries if the condition holds. */
    @Transactional
    void delete(String id, SubscriptionCaller caller, Conditions conditions) {
        var found = require(id, caller, LockModeType.PESSIMISTIC_WRITE);
        conditions.check(found.document());
        delete(found);
    }

    /** Replaces the secret; see {@link SecretRepository#replace}. */
    @Transactional
    @Nullable Instant replaceSecret(String id, SubscriptionCaller caller, Secret secret, Duration overlap) {
        var found = require(id, caller, LockModeType.PESSIMISTIC_WRITE);
        return secrets.replace(Objects.requireNonNull(found.id), secret, overlap);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
