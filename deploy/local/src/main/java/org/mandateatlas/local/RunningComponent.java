package org.mandateatlas.local;

import java.util.Optional;

/** A component that has been started. */
interface RunningComponent {

    ProcessHandle process();

    /** Returns the exit code of the process, if known. */
    Optional<Integer> exitCode() throws InterruptedException;

    /** Stops the process gracefully, or forcibly if that fails. */
    void stop();
}
