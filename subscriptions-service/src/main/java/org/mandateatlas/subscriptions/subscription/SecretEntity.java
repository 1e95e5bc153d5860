package org.mandateatlas.subscriptions.subscription;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a secret that signs the deliveries to a subscription. */
@Entity
@Table(name = "subscription_secret")
class SecretEntity extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long number;

    String subscription;

    String secret;

    @Nullable @Column(name = "expires_at")
    Instant expiresAt;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    SecretEntity() {}
}
