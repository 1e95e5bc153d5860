package org.mandateatlas.local;

import java.io.IOException;
import java.util.List;

/** One part of the suite: what it is called, what it needs, and how it comes to run. */
interface Component {

    String name();

    /** Returns the ports it listens on, the one it is reached at first. */
    List<BoundPort> ports();

    /** Returns the address it is reached at. */
    String address();

    /** Returns the names of the parts that must be ready before it starts. */
    List<String> needs();

    LogFile log();

    /** Starts its process. */
    RunningComponent launch() throws IOException;

    /** Says whether it now answers. */
    boolean isReady();
}
