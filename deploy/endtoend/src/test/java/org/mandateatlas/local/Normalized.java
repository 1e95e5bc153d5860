package org.mandateatlas.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Responses without what differs between two suites with the same dataset: instants, positions, cursors, hashes and ids. */
final class Normalized {

    /** The base URL in examples. */
    static final String BASE = "http://localhost:8080";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Fields that depend on the time and on the network. */
    private static final Set<String> VARIABLE_FIELDS =
            Set.of("attempts", "day", "error", "failingSince", "millis", "nextAttemptAt");

    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put("<uuid>", Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        PATTERNS.put("<instant>", Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z"));
        PATTERNS.put("<cursor>", Pattern.compile("(?<=cursor=)[^&\"]+"));
        PATTERNS.put("<hash>", Pattern.compile("\\b[0-9a-f]{64}\\b"));
        PATTERNS.put("<trace>", Pattern.compile("\\b00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]\\b"));
        PATTERNS.put("<sequence>", Pattern.compile("(?<=sequence\\\\\":)\\d+"));
        PATTERNS.put("<secret>", Pattern.compile("whsec_[A-Za-z0-9+/=]+"));
        PATTERNS.put(
                "<position>", Pattern.compile("\\b[a-z]+(-[a-z]+)*(:|%3A)\\d+((,|%2C)[a-z]+(-[a-z]+)*(:|%3A)\\d+)*"));
    }

    private Normalized() {}

    static String of(String text) {
        var normalized = text;
        for (var pattern : PATTERNS.entrySet()) {
            normalized = pattern.getValue().matcher(normalized).replaceAll(pattern.getKey());
        }
        return normalized;
    }

    static String pretty(JsonNode response) throws JsonProcessingException {
        var copy = response.deepCopy();
        removeVariableFields(copy);
        return of(JSON.writeValueAsString(copy));
    }

    private static void removeVariableFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            VARIABLE_FIELDS.stream().filter(object::has).forEach(field -> object.put(field, "<variable>"));
        }
        node.forEach(Normalized::removeVariableFields);
    }

    /** Returns what a response has of the members of an expected part, and as many items. */
    static JsonNode part(JsonNode expected, JsonNode actual) {
        if (expected instanceof ObjectNode object && actual.isObject()) {
            var part = object.objectNode();
            object.properties().forEach(member -> {
                if (actual.has(member.getKey())) {
                    part.set(member.getKey(), part(member.getValue(), actual.get(member.getKey())));
                }
            });
            return part;
        }
        if (expected instanceof ArrayNode array && actual.isArray()) {
            var part = array.arrayNode();
            for (int i = 0; i < Math.min(array.size(), actual.size()); i++) {
                part.add(part(array.get(i), actual.get(i)));
            }
            return part;
        }
        return actual;
    }
}
