package org.mandateatlas.registry;

import java.time.Instant;
import java.util.List;

/**
 * A version of a document with what the index holds of it.
 *
 * @param stream the stream
 * @param id the document
 * @param version the version
 * @param recordedAt when it was recorded
 * @param entry its index entry
 * @param references the documents of this service that it refers to
 */
record IndexedVersion(
        String stream, String id, int version, Instant recordedAt, IndexEntry entry, List<Reference> references) {

    /** Returns the indexed version of a revision that is no retraction. */
    static IndexedVersion of(Revision revision, Append append) {
        return new IndexedVersion(
                revision.stream,
                revision.documentId,
                revision.version,
                revision.recordedAt,
                append.indexed(),
                append.references());
    }
}
