package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a computed resource, which the API returns as a whole. Its cursor names the position of the log, so that pages do not shift.
 *
 * @param offset the number of items before the page
 * @param position the position of the first page; null for that page, or if the resource cannot be read at a position
 * @param limit the size of the page
 */
record Slice(int offset, @Nullable String position, int limit) {

    private static final int MOST_CHARACTERS = 30_000;

    /** Returns the page that the arguments select. */
    static Slice of(CallArguments arguments) {
        var cursor = arguments.text(ToolArgument.CURSOR.name());
        if (cursor == null) {
            return new Slice(0, null, arguments.limit());
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(";", 2);
            int offset = Integer.parseInt(parts[0]);
            if (offset >= 0 && parts.length == 2) {
                return new Slice(offset, parts[1].isEmpty() ? null : parts[1], arguments.limit());
            }
        } catch (IllegalArgumentException e) {
            // not a cursor of this tool
        }
        throw new InvalidArgument(ToolArgument.CURSOR.name(), "is not a cursor of this tool");
    }

    /** Returns the items of the page, at most so many that their size is bounded. */
    <T extends JsonNode> List<T> of(List<T> all) {
        var page = new ArrayList<T>();
        int size = 0;
        for (var item : all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()))) {
            size += item.toString().length();
            if (size > MOST_CHARACTERS && !page.isEmpty()) {
                break;
            }
            page.add(item);
        }
        return page;
    }

    /** Returns the cursor after a page; null if it is the last. */
    @Nullable String next(List<? extends JsonNode> page, List<? extends JsonNode> all, JsonNode response) {
        int end = offset + page.size();
        if (end >= all.size()) {
            return null;
        }
        var text = end + ";" + response.path("position").asText("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
