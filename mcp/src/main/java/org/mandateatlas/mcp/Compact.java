package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * Shortens JSON of the API: no empty values, citations as text, long texts cut.
 *
 * @param longest the maximum length of a text
 * @param citations the maximum number of supporting citations; those that contradict are always kept
 */
record Compact(int longest, int citations) {

    /** For one document. */
    static final Compact DOCUMENT = new Compact(1_200, 6);

    /** For items of a list. */
    static final Compact ITEM = new Compact(240, 2);

    /** For items of several lists. */
    static final Compact SHORT = new Compact(110, 1);

    private static final String CITATIONS = "citations";
    private static final Set<String> LEFT_OUT = Set.of("hash", "patch", "self", "highlight", "score");

    /** Returns a shorter copy. */
    JsonNode of(JsonNode value) {
        if (value.isArray()) {
            return array(value);
        }
        if (value.isObject()) {
            return object(value);
        }
        return value.isTextual() ? TextNode.valueOf(cut(value.asText(), longest)) : value;
    }

    /** Returns a shorter copy of an object. */
    ObjectNode object(JsonNode value) {
        var copy = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(entry -> {
            var name = entry.getKey();
            var content = entry.getValue();
            if (!LEFT_OUT.contains(name) && !content.isNull() && !(content.isContainerNode() && content.isEmpty())) {
                copy.set(name, name.equals(CITATIONS) ? citations(content) : of(content));
            }
        });
        return copy;
    }

    private ArrayNode array(JsonNode value) {
        var copy = JsonNodeFactory.instance.arrayNode();
        value.forEach(item -> copy.add(of(item)));
        return copy;
    }

    private ArrayNode citations(JsonNode all) {
        var copy = JsonNodeFactory.instance.arrayNode();
        int supporting = 0;
        for (var citation : all) {
            if (isContradicting(citation) || supporting++ < citations) {
                copy.add(citation(citation));
            }
        }
        return copy;
    }

    /** Returns whether a source states something else. */
    static boolean isContradicting(JsonNode citation) {
        return citation.path("stance").asText().equals("contradicts");
    }

    /** Returns a citation as text: source, place, and what a contradicting source states. */
    static String citation(JsonNode citation) {
        var text = new StringBuilder(isContradicting(citation) ? "CONTRADICTS: " : "");
        text.append(citation.path("source").asText());
        if (citation.hasNonNull("locator")) {
            text.append(", ").append(citation.path("locator").asText());
        }
        if (citation.hasNonNull("statedValue")) {
            text.append(", states: ").append(citation.path("statedValue").asText());
        }
        return text.toString();
    }

    /** Returns at most so many characters of a text. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + '…';
    }
}
