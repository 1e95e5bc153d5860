package org.mandateatlas.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds how often a component that exits is started again. */
final class Restarts {

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final int limit;
    private final Deque<Instant> recent = new ArrayDeque<>();
    private int count;

    /**
     * Creates a bound.
     *
     * @param limit the number of restarts within ten minutes
     */
    Restarts(int limit) {
        this.limit = limit;
    }

    /** Returns the number of restarts so far. */
    int count() {
        return count;
    }

    boolean isAllowed(Instant now) {
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(PERIOD))) {
            recent.removeFirst();
        }
        return recent.size() < limit;
    }

    /** Counts a restart and returns the pause before it, which doubles with each recent one. */
    Duration next(Instant now) {
        count++;
        recent.addLast(now);
        return FIRST_PAUSE.multipliedBy(1L << Math.min(recent.size() - 1, 6));
    }

    /** Returns how often the component was started again, for a message. */
    String text() {
        return count == 0 ? "" : ", after it was started again " + (count == 1 ? "once" : count + " times");
    }
}
