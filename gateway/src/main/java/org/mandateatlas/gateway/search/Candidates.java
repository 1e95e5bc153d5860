package org.mandateatlas.gateway.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.mandateatlas.gateway.compose.SubRequest;

/**
 * The reads by which owners find what may be meant: their first page, on which exact names come first.
 *
 * @param query the words as a query for owners
 */
record Candidates(String query) {

    private static final int MOST = 500;

    private static final Map<String, String> NAMING_FIELDS = Map.of(
            "institutions", "id,name,abbreviation,names",
            "processes", "id,name,abbreviation",
            "instruments", "id,title,shortTitle,symbol",
            "sources", "id,title,symbol",
            "mandates", "id,title",
            "outputs", "id,title",
            "capacities", "id,mechanism",
            "participations", "id,actor");

    static Candidates of(String q) {
        return new Candidates("q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&limit=" + MOST);
    }

    /** Returns the read of whole documents, with how many there are in all. */
    SubRequest counted(String part, String collection) {
        return SubRequest.single(part, "/v1/" + collection + '?' + query + "&withTotal=true");
    }

    /** Returns the read of nothing but what documents are called. */
    SubRequest named(String collection) {
        return SubRequest.single(
                collection,
                "/v1/" + collection + '?' + query + "&fields=" + NAMING_FIELDS.getOrDefault(collection, "id,name"));
    }
}
