package org.mandateatlas.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page merged from sorted pages of several services.
 *
 * @param items the items in order, without their order keys
 * @param cursor the cursor of the next page; null when this is the last
 * @param total the number of items on all pages; null if not requested, or if a service is missing
 * @param result what the page is merged from
 */
public record MergedPage(
        List<JsonNode> items,
        @Nullable PageCursor cursor,
        @Nullable Long total,
        PartialResult result) {

    private static final String ORDER = "order";

    /**
     * Returns path and query of the next page; null when this is the last.
     *
     * @param parameters the parameters of this page
     */
    public @Nullable String next(String path, Iterable<Map.Entry<String, String>> parameters) {
        return cursor == null ? null : cursor.link(path, parameters);
    }

    /**
     * Merges the pages.
     *
     * @param pages the page of each service
     * @param limit the most items of the merged page
     */
    static Items merge(Collection<JsonNode> pages, int limit) {
        var all = new ArrayList<ObjectNode>();
        String bound = null;
        for (var page : pages) {
            page.path("items").forEach(item -> all.add((ObjectNode) item));
            var next = page.path("next").textValue();
            bound = next == null || (bound != null && bound.compareTo(next) <= 0) ? bound : next;
        }
        all.sort(Comparator.comparing(MergedPage::order));
        var items = new ArrayList<JsonNode>();
        String last = null;
        for (var item : all) {
            // Items after the end of an incomplete page are unknown, so the merge stops there.
            if (items.size() == limit || (bound != null && order(item).compareTo(bound) > 0)) {
                break;
            }
            last = order(item);
            items.add(item);
        }
        var isLast = bound == null && items.size() == all.size();
        var end = isLast ? null : items.size() == limit ? last : bound;
        items.forEach(item -> ((ObjectNode) item).remove(ORDER));
        return new Items(items, end);
    }

    private static String order(JsonNode item) {
        return item.path(ORDER).asText();
    }

    /**
     * The items of a merged page.
     *
     * @param items the items in order, without their order keys
     * @param end the order key after which the next page begins; null when this is the last
     */
    record Items(List<JsonNode> items, @Nullable String end) {}
}
