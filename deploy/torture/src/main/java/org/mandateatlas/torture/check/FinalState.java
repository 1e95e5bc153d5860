package org.mandateatlas.torture.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the API returned after the last write, when all components were ready.
 *
 * @param revisions the histories of all documents
 * @param heads the last sequence of each stream that was written to
 * @param consumers names of the clients that receive events
 * @param documents documents as each gateway returned them
 * @param coverage cells of coverage as each gateway returned them
 * @param searches results of searches as each gateway returned them
 * @param findings findings of {@code ./atlas verify}
 */
public record FinalState(
        List<HistoryRevision> revisions,
        Map<String, Long> heads,
        Set<String> consumers,
        List<DocumentView> documents,
        List<CoverageView> coverage,
        List<SearchView> searches,
        List<String> findings) {

    /**
     * A document as a gateway returned it.
     *
     * @param gateway address of the gateway
     * @param document stream and id
     * @param status status of the response
     * @param version version of the document; null without one
     * @param token word in its name; null without one
     * @param institution the institution that it refers to; null for none
     * @param functions the functions that it refers to
     */
    public record DocumentView(
            String gateway,
            String document,
            int status,
            @Nullable Integer version,
            @Nullable String token,
            @Nullable String institution,
            List<String> functions) {}

    /**
     * The cells of coverage as a gateway returned them.
     *
     * @param gateway address of the gateway
     * @param mandates ids of the mandates in each cell, which is {@code function/institution}
     * @param capacities ids of the capacities in each cell
     */
    public record CoverageView(
            String gateway, Map<String, Set<String>> mandates, Map<String, Set<String>> capacities) {}

    /**
     * The results of a search as a gateway returned them.
     *
     * @param gateway address of the gateway
     * @param token the word searched for
     * @param documents stream and id of the results
     */
    public record SearchView(String gateway, String token, Set<String> documents) {}
}
