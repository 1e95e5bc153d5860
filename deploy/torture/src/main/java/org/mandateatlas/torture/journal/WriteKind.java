package org.mandateatlas.torture.journal;

/** The kinds of writes. */
public enum WriteKind {
    /** PUT with {@code If-None-Match: *}. */
    CREATE,
    /** PUT with {@code If-Match}. */
    REPLACE,
    /** PATCH with {@code If-Match}. */
    PATCH,
    /** DELETE with {@code If-Match}. */
    RETRACT,
    /** A line of a batch, with the version that it replaces. */
    BATCH
}
