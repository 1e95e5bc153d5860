package org.mandateatlas.local;

import java.util.Optional;

/** A part whose process runs, or ran. */
interface RunningPart {

    ProcessHandle process();

    /** Returns how the process ended, where that can be known. */
    Optional<Integer> exitCode();

    /** Ends the process in its orderly way, and by force where that does not work. */
    void stop();
}
