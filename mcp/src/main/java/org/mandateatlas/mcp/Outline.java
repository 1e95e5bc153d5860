package org.mandateatlas.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Renders items as lines of text. */
final class Outline {

    private static final int LONGEST_LINE = 360;
    private static final int MOST_VALUES = 8;
    private static final Set<String> LEFT_OUT = Set.of("url", "page", "recordedAt", "version", "key");
    private static final Set<String> UNNAMED = Set.of("name", "title", "text", "date", "id", "event", "change");

    private Outline() {}

    /** Returns one line about an item: its values with their names, and its citations in brackets. */
    static String line(JsonNode item) {
        if (item.isValueNode()) {
            return Compact.cut(item.asText(), LONGEST_LINE);
        }
        var parts = new ArrayList<String>();
        item.properties().forEach(entry -> {
            if (!LEFT_OUT.contains(entry.getKey()) && !entry.getKey().equals("citations")) {
                var value = value(entry.getValue());
                parts.add(UNNAMED.contains(entry.getKey()) ? value : entry.getKey() + ": " + value);
            }
        });
        var citations = item.path("citations");
        var sources = citations.isEmpty() ? "" : " [" + value(citations) + ']';
        return Compact.cut(String.join("; ", parts), LONGEST_LINE - Math.min(sources.length(), LONGEST_LINE / 2))
                + Compact.cut(sources.isEmpty() ? " " : sources, LONGEST_LINE / 2)
                        .stripTrailing();
    }

    /** Returns a value in words; arrays are separated by commas. */
    static String value(JsonNode value) {
        if (value.isArray()) {
            List<String> values = new ArrayList<>();
            for (var element : value) {
                if (values.size() == MOST_VALUES) {
                    values.add("… (" + value.size() + " in all)");
                    break;
                }
                values.add(value(element));
            }
            return String.join(", ", values);
        }
        if (value.isObject()) {
            List<String> values = new ArrayList<>();
            value.properties().forEach(entry -> {
                if (!entry.getKey().equals("citations")) {
                    values.add(entry.getKey() + ' ' + value(entry.getValue()));
                }
            });
            return '(' + String.join(", ", values) + ')';
        }
        return value.asText();
    }
}
