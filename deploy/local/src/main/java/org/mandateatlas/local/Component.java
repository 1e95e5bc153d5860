package org.mandateatlas.local;

import java.io.IOException;
import java.util.List;

/** A component of the suite: a server process with its dependencies. */
interface Component {

    String name();

    /** Returns the ports it listens on, the port of its address first. */
    List<BoundPort> ports();

    /** Returns its public address. */
    String address();

    /** Returns the names of the components that must be ready before it starts. */
    List<String> dependencies();

    LogFile log();

    /** Starts its process. */
    RunningComponent launch() throws IOException;

    /** Returns whether it accepts requests. */
    boolean isReady();
}
