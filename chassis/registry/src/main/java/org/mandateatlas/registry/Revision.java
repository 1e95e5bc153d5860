package org.mandateatlas.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One entry of the append-only log. */
@Entity
@Immutable
@IdClass(Revision.Key.class)
class Revision extends PanacheEntityBase {

    @Id
    String stream;

    @Id
    long sequence;

    @Column(name = "document_id")
    String documentId;

    int version;

    String change;

    boolean correction;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Nullable String effective;

    String actor;

    @Nullable String note;

    @Nullable @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    String document;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    String patch;

    String hash;

    @Nullable String traceparent;

    @SuppressWarnings("NullAway") // Hibernate sets the fields
    Revision() {}

    /** The key of a revision. */
    record Key(String stream, long sequence) implements Serializable {}
}
