package org.mandateatlas.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Starts actions at a constant rate, each at its time however long the others take. */
final class ConstantRate {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private ConstantRate() {}

    /** Starts the actions, which must return at once; each gets its number. */
    static void run(int perSecond, int seconds, IntConsumer action) {
        var start = System.nanoTime();
        for (var i = 0; i < perSecond * seconds; i++) {
            var due = start + i * NANOS_PER_SECOND / perSecond;
            for (var wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            action.accept(i);
        }
    }
}
