package org.mandateatlas.gateway.compose;

import java.time.Duration;

/** The instant by which all steps of a response must be complete. */
public final class Deadline {

    private final long atNanos;

    private Deadline(long atNanos) {
        this.atNanos = atNanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Returns how much time is left; at least one, since a timer cannot be set to none. */
    long leftMillis() {
        return Math.max(1, (atNanos - System.nanoTime()) / 1_000_000);
    }
}
