package org.mandateatlas.torture.check;

/** The guarantees that are checked. */
public enum Rule {
    /** Every acknowledged write is in the registry and its history, and nothing else is. */
    ACKNOWLEDGED_WRITES_ARE_KEPT,
    /** Sequences of streams and versions of documents have no gap. */
    LOG_IS_CONTIGUOUS,
    /** The hash chains, topics and replicas match the logs. */
    LOG_IS_VERIFIED,
    /** A batch is recorded as a whole or not at all. */
    BATCHES_ARE_ATOMIC,
    /** Conditional writes of a document are linearizable. */
    WRITES_ARE_LINEARIZABLE,
    /** Every revision is published at least once, and every event is a revision. */
    EVENTS_MATCH_THE_LOG,
    /** Events arrive in sequence. */
    EVENTS_ARE_IN_ORDER,
    /** No reader sees an older state after a newer one, and no state that was not written. */
    READERS_MOVE_FORWARD,
    /** When nothing is written, documents, coverage and search of all gateways agree with the log. */
    VIEWS_AGREE_WITH_THE_LOG
}
