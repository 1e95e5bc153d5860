package org.mandateatlas.torture.journal;

/** Where a client receives events. */
public enum EventSource {
    KAFKA,
    FEED,
    WEBHOOK
}
