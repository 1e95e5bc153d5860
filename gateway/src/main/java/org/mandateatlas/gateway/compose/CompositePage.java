package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merged page with its links.
 *
 * @param self the URL of the page
 * @param next the URL of the next page; null when this is the last
 * @param total the number of items on all pages; null if not requested, or if a service is missing
 * @param items the items, in order
 * @param result what the page is merged from
 */
public record CompositePage(
        String self, @Nullable String next, @Nullable Long total, List<JsonNode> items, PartialResult result) {

    /** Returns the parts that are missing. */
    public List<Missing> missing() {
        return result.missing();
    }

    /** Returns the position that the page reflects. */
    public String position() {
        return result.position().toString();
    }
}
