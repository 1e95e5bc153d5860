package org.mandateatlas.chassis.following;

import java.time.Instant;

/**
 * A place in a stream where a revision is missing.
 *
 * @param expected the sequence that should have come
 * @param found the sequence that came instead
 * @param since when that was first seen
 */
record Gap(long expected, long found, Instant since) {

    @Override
    public String toString() {
        return "expected " + expected + " and found " + found + ", first at " + since;
    }
}
