package org.mandateatlas.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The head of a stream: its last sequence and hash. */
class StreamHead {

    final String name;
    long sequence;
    Instant recordedAt;
    String hash;

    StreamHead(String name, long sequence, Instant recordedAt, String hash) {
        this.name = name;
        this.sequence = sequence;
        this.recordedAt = recordedAt;
        this.hash = hash;
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
