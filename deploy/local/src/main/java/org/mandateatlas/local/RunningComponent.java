package org.mandateatlas.local;

import java.util.Optional;

/** A part whose process runs, or ran. */
interface RunningComponent {

    ProcessHandle process();

    /** Returns how the process, which has ended, did so; nothing where that cannot be known. */
    Optional<Integer> exitCode() throws InterruptedException;

    /** Ends the process in its orderly way, and by force where that does not work. */
    void stop();
}
