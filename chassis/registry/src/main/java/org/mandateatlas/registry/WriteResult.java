package org.mandateatlas.registry;

/**
 * The outcome of a write.
 *
 * @param kind what the write did
 * @param stored the document that is stored now
 */
public record WriteResult(Kind kind, StoredDocument stored) {

    /** The kind of outcome. */
    public enum Kind {
        /** The document was created. */
        CREATED,
        /** A new version was created. */
        REPLACED,
        /** The document has this content already; nothing was recorded. */
        UNCHANGED
    }
}
