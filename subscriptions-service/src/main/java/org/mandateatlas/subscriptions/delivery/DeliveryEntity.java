package org.mandateatlas.subscriptions.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a delivery. */
@Entity
@Table(name = "delivery")
class DeliveryEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long number;

    String subscription;

    int replay;

    @Nullable @Column(name = "redelivery_of")
    Long redeliveryOf;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "event_type")
    String eventType;

    String stream;

    long sequence;

    String subject;

    String position;

    @Enumerated(EnumType.STRING)
    DeliveryOutcome outcome;

    int attempts;

    @Column(name = "created_at")
    Instant createdAt;

    @Nullable @Column(name = "last_attempt_at")
    Instant lastAttemptAt;

    @Nullable @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Nullable Integer status;

    @Nullable String error;

    @Nullable String response;

    @Nullable Long millis;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    DeliveryEntity() {}

    Delivery document() {
        return new Delivery(
                Long.toString(number),
                redeliveryOf == null ? null : Long.toString(redeliveryOf),
                new DeliveredEvent(eventId, eventType, stream, sequence, subject),
                position,
                outcome,
                attempts,
                createdAt,
                lastAttemptAt,
                nextAttemptAt,
                status,
                error,
                response,
                millis);
    }
}
