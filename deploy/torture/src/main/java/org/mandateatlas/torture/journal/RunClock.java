package org.mandateatlas.torture.journal;

/** The monotonic clock of a run, which all its clients share. */
public final class RunClock {

    private static final long NANOS_PER_MICRO = 1_000;

    private final long start = System.nanoTime();

    /** Returns the microseconds since the run began. */
    public long micros() {
        return (System.nanoTime() - start) / NANOS_PER_MICRO;
    }
}
