package org.mandateatlas.registry.diff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.VersionedDocument;

/**
 * A page of documents that differ.
 *
 * @param position the log position that the page reflects
 * @param pin the instant that further pages are read at
 * @param changed the documents, in order
 * @param more whether there are further ones
 * @param mentioned the documents of this service that display names mention
 */
record DiffResults(
        String position, Instant pin, List<Changed> changed, boolean more, List<VersionedDocument> mentioned) {

    /**
     * A document that differs.
     *
     * @param order its place
     * @param before its text known in the first state; null if it was not known
     * @param after its text known in the second state; null if it was not known
     * @param revisions its revisions between two instants
     */
    record Changed(
            DiffOrder order,
            @Nullable String before,
            @Nullable String after,
            List<DiffRevision> revisions) {}
}
