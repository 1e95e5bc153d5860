package org.mandateatlas.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The durations of a case.
 *
 * @param name the name of the case
 * @param bytes the size of its response
 * @param sorted durations in nanoseconds, in ascending order
 * @param cpu the processor time used by the service
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

    /** Returns a quantile of the durations in milliseconds. */
    double quantile(double fraction) {
        return sorted.get((int) Math.ceil(fraction * sorted.size()) - 1) / MILLI;
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
