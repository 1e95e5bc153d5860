package org.mandateatlas.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long a case took.
 *
 * @param name the case
 * @param bytes the size of its answer
 * @param sorted how long each round took, in nanoseconds, the shortest first
 * @param cpu the processor time that the service used meanwhile, which says more than the clock when the machine is busy
 */
record Timing(String name, long bytes, List<Long> sorted, Duration cpu) {

    private static final double MILLI = 1e6;

    static final String HEADER = String.format(
            Locale.ROOT,
            "%-28s %12s %10s %10s %10s %10s",
            "case",
            "bytes",
            "median ms",
            "p95 ms",
            "worst ms",
            "cpu ms");

    Timing {
        sorted = sorted.stream().sorted().toList();
    }

    /** Returns the time in which that part of the rounds was done, in milliseconds. */
    double quantile(double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1) / MILLI;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-28s %12d %10.1f %10.1f %10.1f %10d",
                name,
                bytes,
                quantile(0.5),
                quantile(0.95),
                quantile(1),
                cpu.toMillis() / sorted.size());
    }
}
