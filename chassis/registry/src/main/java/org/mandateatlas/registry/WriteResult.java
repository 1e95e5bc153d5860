package org.mandateatlas.registry;

/**
 * The outcome of a write.
 *
 * @param kind what the write did
 * @param stored the document that is stored now
 */
public record WriteResult(Kind kind, StoredDocument stored) {

    /** What a write did. */
    public enum Kind {
        /** There was no such document. */
        CREATED,
        /** There is a new version. */
        REPLACED,
        /** The document had that content already; nothing was recorded. */
        UNCHANGED
    }
}
