package org.mandateatlas.torture.load;

/** A client that runs until it is stopped. */
public interface Client {

    /** Returns the name of its journal. */
    String name();

    /** Does one operation, or waits for the next one. */
    void step() throws InterruptedException;

    /** Lets go of what a step may wait for. */
    default void release() {}
}
