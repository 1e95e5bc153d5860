package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Everything in the committed API description has a description. */
class DescriptionsTest {

    private static final String REFERENCE = "$ref";
    private static final String DESCRIPTIONS = "x-enum-descriptions";

    private final ObjectNode api;
    private final List<String> undescribed = new ArrayList<>();

    DescriptionsTest() throws IOException {
        api = Yaml.read(Path.of("../../gateway/openapi/openapi.yaml"));
    }

    @Test
    void everyPropertyIsDescribed() {
        api.at("/components/schemas").properties().forEach(schema -> properties(schema.getKey(), schema.getValue()));
        assertEquals(List.of(), undescribed);
    }

    @Test
    void everyParameterAndHeaderIsDescribed() {
        for (String section : List.of("parameters", "headers")) {
            everywhere(section, api, "");
        }
        assertEquals(List.of(), undescribed);
    }

    @Test
    void everyValueOfAnEnumIsDescribed() {
        values(api, "", "");
        assertEquals(List.of(), undescribed);
    }

    @Test
    void theDescriptionHasManyOfEach() {
        assertTrue(api.findValues("properties").size() > 100);
        assertTrue(api.findValues("enum").size() > 30);
        assertTrue(api.findValues("parameters").size() > 50);
    }

    private void properties(String place, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            var inside = place + "." + property.getKey();
            if (!isDescribed(property.getValue())) {
                undescribed.add(inside);
            }
            properties(inside, property.getValue());
        });
        for (String keyword : List.of("items", "additionalProperties")) {
            if (schema.has(keyword)) {
                properties(place, schema.get(keyword));
            }
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(keyword).forEach(part -> properties(place, part));
        }
    }

    /** A reference is described by what it refers to. */
    private boolean isDescribed(JsonNode node) {
        if (!node.path("description").asText().isBlank()) {
            return true;
        }
        if (node.has(REFERENCE)) {
            return isDescribed(api.at(node.path(REFERENCE).asText().substring(1)));
        }
        return StreamSupport.stream(node.path("anyOf").spliterator(), false).anyMatch(this::isDescribed);
    }

    private void everywhere(String section, JsonNode node, String place) {
        node.path(section).properties().forEach(member -> {
            if (!isDescribed(member.getValue())) {
                undescribed.add(place + "/" + section + "/" + member.getKey());
            }
        });
        node.path(section).forEach(member -> {
            if (!isDescribed(member)) {
                undescribed.add(
                        place + "/" + section + "/" + member.path("name").asText());
            }
        });
        node.properties().forEach(member -> everywhere(section, member.getValue(), place + "/" + member.getKey()));
        if (node.isArray()) {
            node.forEach(member -> everywhere(section, member, place));
        }
    }

    /**
     * Values are described one by one in {@code x-enum-descriptions}, or named in the description of the schema or of the property
     * or parameter around it. A single value is a constant.
     */
    private void values(JsonNode node, String place, String descriptions) {
        var known = descriptions + node.path("description").asText();
        if (node.path("enum").size() > 1 && !node.path("enum").get(0).isContainerNode()) {
            var texts = node.path(DESCRIPTIONS);
            for (int i = 0; i < node.path("enum").size(); i++) {
                var value = node.path("enum").get(i).asText();
                if (texts.path(i).asText().isBlank() && !known.contains("`" + value + "`")) {
                    undescribed.add(place + ": " + value);
                }
            }
        }
        var inherited = node.has("schema") || node.has("items") ? known : "";
        node.properties().forEach(member -> values(member.getValue(), place + "/" + member.getKey(), inherited));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                values(node.get(i), place + "/" + i, "");
            }
        }
    }
}
