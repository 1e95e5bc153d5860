package org.mandateatlas.gateway.cache;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The current day, which decides what is current and what has ended. */
@Singleton
public class Today {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** The most that the clocks of the gateway and of an upstream may differ. */
    private static final long APART_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    /** Returns the day of UTC, counted from 1970. */
    public long day() {
        return Math.floorDiv(clock.millis(), DAY_MILLIS);
    }

    /** Returns whether the UTC day is unambiguous; around midnight the clock of an upstream may differ. */
    boolean isCertain() {
        long millis = Math.floorMod(clock.millis(), DAY_MILLIS);
        return millis >= APART_MILLIS && millis < DAY_MILLIS - APART_MILLIS;
    }
}
