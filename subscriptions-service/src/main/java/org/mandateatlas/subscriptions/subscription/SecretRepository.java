package org.mandateatlas.subscriptions.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.subscriptions.webhook.Secret;

/** Queries of the secrets that sign deliveries. */
@ApplicationScoped
public class SecretRepository implements PanacheRepositoryBase<SecretEntity, Long> {

    private static final int MOST_SECRETS = 5;

    /** Other replicas encrypt other rows at the same time. */
    private static final String ENCRYPTED_EARLIER = """
            select * from subscription_secret where split_part(secret, ':', 2) in (:keys)
            order by number limit 100 for update skip locked""";

    private final Session session;
    private final SecretCipher cipher;
    private final Clock clock;

    SecretRepository(Session session, SecretCipher cipher, Clock clock) {
        this.session = session;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Returns the secrets that sign now, the newest first. */
    public List<Secret> current(String subscription) {
        return list(
                        "subscription = ?1 and (expiresAt is null or expiresAt > ?2) order by number desc",
                        subscription,
                        clock.instant())
                .stream()
                .map(row -> cipher.decrypt(row.subscription, row.secret))
                .toList();
    }

    /**
     * Encrypts some of the secrets that are plain text or encrypted with an earlier key.
     *
     * @return the number of these secrets; 0 if there are none
     * @throws IllegalStateException if one of them cannot be decrypted
     */
    @Transactional
    int encryptNext() {
        var rows = session.createNativeQuery(ENCRYPTED_EARLIER, SecretEntity.class)
                .setParameterList("keys", cipher.earlierKeys())
                .getResultList();
        rows.forEach(
                row -> row.secret = cipher.encrypt(row.subscription, cipher.decrypt(row.subscription, row.secret)));
        return rows.size();
    }

    void add(String subscription, Secret secret) {
        var row = new SecretEntity();
        row.subscription = subscription;
        row.secret = cipher.encrypt(subscription, secret);
        persist(row);
    }

    /**
     * Adds a secret; the previous ones expire.
     *
     * @param overlap how long the previous secrets sign too
     * @return when the last of them expires; null if there were none
     */
    @Nullable Instant replace(String subscription, Secret secret, Duration overlap) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        update("expiresAt = ?1 where subscription = ?2 and expiresAt is null", now.plus(overlap), subscription);
        add(subscription, secret);
        var rows = list("subscription = ?1 order by number desc", subscription);
        var kept = rows.stream()
                .filter(row -> row.expiresAt == null || row.expiresAt.isAfter(now))
                .limit(MOST_SECRETS)
                .toList();
        rows.stream().filter(row -> !kept.contains(row)).forEach(this::delete);
        return kept.size() < 2 ? null : kept.get(1).expiresAt;
    }
}
