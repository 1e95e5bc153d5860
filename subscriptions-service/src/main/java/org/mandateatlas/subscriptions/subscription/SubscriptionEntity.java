package org.mandateatlas.subscriptions.subscription;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.jspecify.annotations.Nullable;

/** The row of a subscription without its lease, which only native statements change. */
@Entity
@Table(name = "subscription")
class SubscriptionEntity extends PanacheEntityBase {

    @Id
    String id;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    long number;

    String owner;

    @Nullable @Column(name = "owner_issuer")
    String ownerIssuer;

    @Nullable @Column(name = "owner_subject")
    String ownerSubject;

    String url;

    @Nullable String description;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    String filter;

    @Enumerated(EnumType.STRING)
    SubscriptionState state;

    @Nullable @Enumerated(EnumType.STRING)
    @Column(name = "pause_reason")
    PauseReason pauseReason;

    @Nullable @Column(name = "paused_at")
    Instant pausedAt;

    int version = 1;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    String position;

    int replay = 1;

    int attempts;

    @Nullable @Column(name = "failing_since")
    Instant failingSince;

    @Nullable @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Nullable @Column(name = "last_delivered_at")
    Instant lastDeliveredAt;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    SubscriptionEntity() {}

    /** Applies settings; events that wait are due at once. */
    void apply(SubscriptionChange change, Instant now) {
        url = change.url();
        description = change.description();
        filter = change.filter().stored();
        if (state != change.state()) {
            var paused = change.state() == SubscriptionState.PAUSED;
            pauseReason = paused ? PauseReason.REQUESTED : null;
            pausedAt = paused ? now : null;
        }
        state = change.state();
        updatedAt = now;
        if (change.after() != null) {
            position = change.after().toString();
        }
        attempts = 0;
        failingSince = null;
        nextAttemptAt = null;
    }

    Subscription document() {
        return new Subscription(
                number,
                id,
                owner,
                url,
                description,
                SubscriptionFilter.parse(filter),
                state,
                pauseReason,
                pausedAt,
                version,
                createdAt,
                updatedAt,
                new SubscriptionProgress(position, attempts, failingSince, nextAttemptAt, lastDeliveredAt));
    }
}
