package org.mandateatlas.subscriptions.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.subscriptions.webhook.Secret;

/** Queries of the secrets that sign deliveries. */
@ApplicationScoped
public class SecretRepository implements PanacheRepositoryBase<SecretEntity, Long> {

    private static final int MOST_SECRETS = 5;

    private final Clock clock;

    SecretRepository(Clock clock) {
        this.clock = clock;
    }

    /** Returns the secrets that sign now, the newest first. */
    public List<Secret> current(String subscription) {
        return list(
                        "subscription = ?1 and (expiresAt is null or expiresAt > ?2) order by number desc",
                        subscription,
                        clock.instant())
                .stream()
                .map(row -> Secret.parse(row.secret))
                .toList();
    }

    void add(String subscription, Secret secret) {
        var row = new SecretEntity();
        row.subscription = subscription;
        row.secret = secret.text();
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
