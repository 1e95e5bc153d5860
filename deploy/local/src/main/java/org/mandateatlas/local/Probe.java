package org.mandateatlas.local;

/** A way to ask a part whether it is ready. */
@FunctionalInterface
interface Probe {

    /** Tells whether the part at the port is ready. */
    boolean answers(int port);
}
