package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The collections of documents, their pages, and lists of them. */
final class DocumentPages {

    /** The collections of documents. */
    static final String[] COLLECTIONS = {
        "institutions",
        "mandates",
        "instruments",
        "sources",
        "functions",
        "capacities",
        "policy-options",
        "objectives",
        "governance-models",
        "processes",
        "participations",
        "meetings",
        "outputs"
    };

    private DocumentPages() {}

    /** Returns the page of the explorer that shows a document. */
    static String page(String collection, String id, CallArguments arguments) {
        var view = collection.equals("policy-options") ? "reforms" : collection;
        return PathAndQuery.of("/explorer/" + view + '/' + id)
                .with(arguments, "validAt", "knownAt")
                .toString();
    }

    /** Returns a short form of each item. */
    static List<ObjectNode> items(JsonNode response) {
        return StreamSupport.stream(response.path("items").spliterator(), false)
                .map(Compact.ITEM::object)
                .toList();
    }

    /** Returns the cursor in the URL of the next page; null if there is none. */
    static @Nullable String cursor(JsonNode response) {
        var next = response.path("next").asText("");
        int start = next.indexOf("cursor=");
        if (start < 0) {
            return null;
        }
        int end = next.indexOf('&', start);
        var value = next.substring(start + "cursor=".length(), end < 0 ? next.length() : end);
        return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Returns {@code " on 2004-12-31"} if a valid time is given. */
    static String on(CallArguments arguments) {
        var day = arguments.text("validAt");
        return day == null ? "" : " on " + day;
    }
}
