package org.mandateatlas.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The head of a stream: its last sequence and hash. */
@Entity
@Table(name = "stream")
class StreamHead extends PanacheEntityBase {

    @Id
    String name;

    long sequence;

    @Column(name = "recorded_at")
    Instant recordedAt;

    String hash;

    @SuppressWarnings("NullAway") // Hibernate sets the fields
    StreamHead() {}

    /** Returns the head, locked until the transaction ends: one writer at a time makes the sequence contiguous. */
    static StreamHead locked(String name) {
        StreamHead head = findById(name, LockModeType.PESSIMISTIC_WRITE);
        return head;
    }

    /** Returns the next instant of the stream, later than any before, to the microsecond that PostgreSQL keeps. */
    Instant nextInstant(Clock clock) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var earliest = recordedAt.plus(1, ChronoUnit.MICROS);
        return now.isBefore(earliest) ? earliest : now;
    }

    /** Advances the head to an appended revision. */
    void advance(Revision revision) {
        sequence = revision.sequence;
        recordedAt = revision.recordedAt;
        hash = revision.hash;
    }
}
