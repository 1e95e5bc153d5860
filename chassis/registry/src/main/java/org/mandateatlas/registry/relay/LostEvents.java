package org.mandateatlas.registry.relay;

/** The broker has lost events that it had acknowledged. */
final class LostEvents extends RuntimeException {

    LostEvents(String message) {
        super(message);
    }
}
