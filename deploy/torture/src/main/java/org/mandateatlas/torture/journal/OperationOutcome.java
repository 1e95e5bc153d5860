package org.mandateatlas.torture.journal;

/** What a client knows about the effect of a write. */
public enum OperationOutcome {
    /** A response says that it is recorded. */
    OK,
    /** A response says that it is not recorded. */
    REJECTED,
    /** No response, or one that does not say. */
    UNKNOWN
}
