package org.mandateatlas.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.mcp.server.TextContent;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToolResultTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void aResultThatIsTooLongStatesWhatIsLeftOut() {
        var response =
                new ToolResult("Many:").list("items", items(300)).next("more").response();
        var data = (JsonNode) response.structuredContent();
        var text = ((TextContent) response.firstContent()).text();
        assertTrue(data.toString().length() <= 40 * 1024);
        assertTrue(text.length() <= 12_200, text);
        assertTrue(text.contains("Shortened: items has 300 items."), text);
        assertFalse(data.has("next"), "items would be missing between the pages");
    }

    @Test
    void pagesOfALongListAreCompleteAndEndBeforeTheyAreTooLong() {
        var all = items(300);
        var response = JSON.objectNode().put("position", "mandate:3");
        var ids = new HashSet<String>();
        var cursor = (String) null;
        int pages = 0;
        do {
            var given = JSON.objectNode().put("limit", 100).put("cursor", cursor);
            var slice = Slice.of(CallArguments.of(given, List.of(ToolArgument.LIMIT, ToolArgument.CURSOR)));
            var page = slice.of(all);
            page.forEach(item -> assertTrue(ids.add(item.path("id").asText())));
            assertTrue(page.toString().length() < 31_000);
            assertEquals(pages == 0 ? null : "mandate:3", slice.position());
            cursor = slice.next(page, all, response);
            pages++;
        } while (cursor != null);
        assertEquals(300, ids.size());
        assertTrue(pages > 3);
    }

    @Test
    void aCursorOfAnotherToolIsRejected() {
        var given = JSON.objectNode().put("cursor", "AAAA");
        var arguments = CallArguments.of(given, List.of(ToolArgument.CURSOR));
        assertEquals(
                "cursor",
                assertThrows(InvalidArgument.class, () -> Slice.of(arguments)).argument());
    }

    @Test
    void aLineNamesValuesAndSources() {
        var item = JSON.objectNode().put("name", "IOM").put("level", "limited").put("url", "http://atlas.example");
        item.putArray("functions").add("coordination").add("data");
        item.putArray("citations").add("newland-2004, line 3");
        assertEquals("IOM; level: limited; functions: coordination, data [newland-2004, line 3]", Outline.line(item));
    }

    @Test
    void emptyValuesAndSupportingSourcesBeyondTheLimitAreLeftOut() {
        var item = JSON.objectNode().put("id", "a").putNull("to");
        var citations = item.putArray("citations");
        for (var source : List.of("one", "two", "three")) {
            citations.addObject().put("source", source).put("stance", "supports");
        }
        citations
                .addObject()
                .put("source", "other")
                .put("stance", "contradicts")
                .put("statedValue", "1999");
        var compact = Compact.SHORT.object(item);
        assertNull(compact.get("to"));
        assertEquals(
                "[\"one\",\"CONTRADICTS: other, states: 1999\"]",
                compact.path("citations").toString());
    }

    private static List<ObjectNode> items(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> JSON.objectNode().put("id", "item-" + i).put("text", "x".repeat(400)))
                .toList();
    }
}
