package org.mandateatlas.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last version of a document in the log, possibly a retraction.
 *
 * @param number the version; 0 if the document never existed
 * @param recordedAt when it was recorded
 * @param effective when its change happened in the world, in EDTF; null when unknown
 * @param document its text; null if the document does not exist or is retracted
 */
record LastVersion(
        int number,
        Instant recordedAt,
        @Nullable String effective,
        @Nullable String document) {

    /** The state before the first version of a document. */
    static final LastVersion NONE = new LastVersion(0, Instant.EPOCH, null, null);

    static LastVersion of(Revision revision) {
        return new LastVersion(revision.version, revision.recordedAt, revision.effective, revision.document);
    }

    /** Returns the version of the document that exists; null when none does. */
    @Nullable Integer existing() {
        return document == null ? null : Integer.valueOf(number);
    }
}
