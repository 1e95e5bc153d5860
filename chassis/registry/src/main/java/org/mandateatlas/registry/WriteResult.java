package org.mandateatlas.registry;

/**
 * The outcome of a write.
 *
 * @param kind what the write did
 * @param version the version that is stored now
 * @param document the document that is stored now; after a retraction, the one before
 */
public record WriteResult(Kind kind, int version, String document) {

    /** What a write did. */
    public enum Kind {
        /** There was no such document. */
        CREATED,
        /** There is a new version. */
        REPLACED,
        /** The document was so already; nothing was recorded. */
        UNCHANGED,
        /** The document was retracted. */
        RETRACTED
    }
}
