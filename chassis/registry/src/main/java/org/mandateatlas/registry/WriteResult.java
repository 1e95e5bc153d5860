package org.mandateatlas.registry;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a write.
 *
 * @param kind what the write did
 * @param stored the document that is stored now
 * @param position a position that includes the write; null if nothing was recorded
 */
public record WriteResult(
        Kind kind, StoredDocument stored, @Nullable String position) {

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
