package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of a tool: a short text and the same as JSON, with both times, links and the start of the next page. */
final class ToolResult {

    private static final int MOST_BYTES = 40 * 1024;
    private static final int LONGEST_TEXT = 12_000;
    private static final String NEXT = "next";
    private static final String TRUNCATED = "truncated";

    private final ObjectNode data = JsonNodeFactory.instance.objectNode();
    private final List<String> lines = new ArrayList<>();

    ToolResult(String headline) {
        lines.add(headline);
    }

    /** States the times that the response has, or that were asked for. */
    ToolResult times(JsonNode response, CallArguments arguments) {
        for (var name : List.of("validAt", "knownAt", "from", "to")) {
            var value = response.path(name).asText(arguments.text(name));
            if (value != null && !value.equals("null")) {
                data.put(name, value);
            }
        }
        response.path("missing").forEach(part -> {
            var detail = part.path("problem").path("detail").asText();
            data.withArray("missing").add(detail);
            lines.add("Incomplete: " + detail);
        });
        return this;
    }

    /** Adds values without a line of their own. */
    ToolResult put(String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
            data.set(name, value);
        }
        return this;
    }

    /** Adds a line to the text. */
    ToolResult say(String line) {
        lines.add(line);
        return this;
    }

    /** Adds a list, and a line for each item. */
    ToolResult list(String name, Iterable<? extends JsonNode> items) {
        var array = data.putArray(name);
        items.forEach(item -> {
            array.add(item);
            lines.add("- " + Outline.line(item));
        });
        return this;
    }

    /** Adds a page of a list and the cursor of the next one. */
    ToolResult page(String name, Slice slice, List<ObjectNode> all, JsonNode response) {
        var page = slice.of(all);
        return list(name, page).next(slice.next(page, all, response));
    }

    /** Adds the cursor of the next page. */
    ToolResult next(@Nullable String cursor) {
        if (cursor != null) {
            data.put(NEXT, cursor);
        }
        return this;
    }

    /** Adds the URLs of the resource and of the page that shows it. */
    ToolResult links(ToolClient caller, String api, String page) {
        data.put("url", caller.origin() + api);
        data.put("page", caller.origin() + page);
        return this;
    }

    /** Returns the response, within the limits of size. */
    ToolResponse response() {
        bound();
        var end = new ArrayList<String>();
        if (data.has(TRUNCATED)) {
            end.add("Shortened: " + Outline.value(data.path(TRUNCATED))
                    + ". Use limit, fields or a narrower question.");
        }
        if (data.has(NEXT)) {
            end.add("More: call again with cursor " + data.path(NEXT).asText());
        }
        if (data.has("page")) {
            end.add("Page: " + data.path("page").asText());
            end.add("API: " + data.path("url").asText());
        }
        var tail = String.join("\n", end);
        var text = Compact.cut(String.join("\n", lines), LONGEST_TEXT) + (tail.isEmpty() ? "" : '\n' + tail);
        return new ToolResponse(false, List.of(new TextContent(text)), data, null);
    }

    /** Halves the longest list until the result is small enough. No page follows a shortened one, because items would be missing. */
    private void bound() {
        while (data.toString().length() > MOST_BYTES) {
            var longest = longest("", data);
            if (longest == null) {
                return;
            }
            data.remove(NEXT);
            var truncated = data.withArray(TRUNCATED);
            var notice = longest.path() + " has " + longest.array().size() + " items";
            boolean isKnown = false;
            for (var known : truncated) {
                isKnown |= known.asText().startsWith(longest.path() + " has ");
            }
            if (!isKnown) {
                truncated.add(notice);
            }
            for (int i = longest.array().size() - 1, end = longest.array().size() / 2; i >= end; i--) {
                longest.array().remove(i);
            }
        }
    }

    private record Place(String path, ArrayNode array, int length) {}

    private static @Nullable Place longest(String path, JsonNode node) {
        Place found = null;
        for (var entry : node.properties()) {
            var value = entry.getValue();
            var place = path.isEmpty() ? entry.getKey() : path + '.' + entry.getKey();
            Place candidate = null;
            if (value instanceof ArrayNode array
                    && array.size() > 1
                    && !entry.getKey().equals(TRUNCATED)) {
                candidate = new Place(place, array, array.toString().length());
            } else if (value.isObject()) {
                candidate = longest(place, value);
            }
            if (candidate != null && (found == null || candidate.length() > found.length())) {
                found = candidate;
            }
        }
        return found;
    }
}
