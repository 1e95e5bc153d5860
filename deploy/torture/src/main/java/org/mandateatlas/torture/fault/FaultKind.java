package org.mandateatlas.torture.fault;

import java.util.Locale;

/** The kinds of faults. */
public enum FaultKind {
    /** A process is ended by SIGKILL. */
    KILL(true),
    /** A process gets no processor time for a while (SIGSTOP, SIGCONT). */
    FREEZE(true),
    /** A process is asked to end, and is started again. */
    RESTART(true),
    /** All connections to a server are closed. */
    CUT(false),
    /** All data to and from a server are delayed for a while. */
    SLOW(false),
    /** No data reach or leave a server for a while. */
    HOLD(false);

    private final boolean ofProcess;

    FaultKind(boolean ofProcess) {
        this.ofProcess = ofProcess;
    }

    /** Returns whether it affects a process; otherwise it affects the connections to a server. */
    public boolean isOfProcess() {
        return ofProcess;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
