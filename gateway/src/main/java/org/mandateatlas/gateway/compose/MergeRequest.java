package org.mandateatlas.gateway.compose;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A read of one page that is merged from the pages of all services.
 *
 * @param field the field of the response that the page is for
 * @param path the path, the same at every service
 * @param parameters the parameters that the services are given as they are, by name
 * @param collections the collections to read; empty for all
 * @param limit the most items of the page
 * @param cursor where the page begins; null for the first page
 */
record MergeRequest(
        String field,
        String path,
        List<Map.Entry<String, String>> parameters,
        List<String> collections,
        int limit,
        @Nullable PageCursor cursor) {

    /** Returns path and query of the read at one service, of those of its collections that are wanted. */
    String uri(String upstream, Collection<String> served) {
        var pin = cursor == null ? null : cursor.pins().get(upstream);
        var query = new ArrayList<String>();
        for (var parameter : parameters) {
            if (pin == null || !parameter.getKey().equals("knownAt")) {
                query.add(parameter.getKey() + '=' + encode(parameter.getValue()));
            }
        }
        if (!collections.isEmpty()) {
            served.forEach(collection -> query.add("collection=" + collection));
        }
        query.add("limit=" + limit);
        if (cursor != null) {
            query.add("after=" + encode(cursor.after()));
        }
        if (pin != null) {
            query.add("knownAt=" + pin);
        }
        return path + '?' + String.join("&", query);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
