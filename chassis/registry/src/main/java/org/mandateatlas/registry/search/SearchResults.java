package org.mandateatlas.registry.search;

import java.time.Instant;
import java.util.List;
import org.mandateatlas.registry.StoredDocument;
import org.mandateatlas.registry.VersionedDocument;

/**
 * A page of search results.
 *
 * @param position the log position that the page reflects
 * @param pin the instant that further pages are read at
 * @param results the results, in order
 * @param more whether there are further results
 * @param mentioned the documents of this service that names of results mention
 */
record SearchResults(
        String position, Instant pin, List<Result> results, boolean more, List<VersionedDocument> mentioned) {

    /**
     * A document found.
     *
     * @param order its place
     * @param document the document
     */
    record Result(SearchOrder order, StoredDocument document) {}
}
