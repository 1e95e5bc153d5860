package org.mandateatlas.local;

/** A readiness check of a component. */
@FunctionalInterface
public interface Probe {

    /** Returns whether the component at the port is ready. */
    boolean isReady(int port);
}
