package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mandateatlas.contract.Yaml.parse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApi30Test {

    @Test
    void nullIsAKeyword() throws IOException {
        assertConverted("{type: [string, 'null'], pattern: x}", "{type: string, pattern: x, nullable: true}");
        assertConverted(
                "{description: d, anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}",
                "{description: d, nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}");
    }

    @Test
    void aConstantIsAnEnumOfOneValue() throws IOException {
        assertConverted("{type: string, const: set-lead}", "{type: string, enum: [set-lead]}");
    }

    @Test
    void examplesAreOneExample() throws IOException {
        assertConverted("{type: string, examples: [iom, ilo]}", "{type: string, example: iom}");
    }

    @Test
    void exclusiveLimitsAreFlags() throws IOException {
        assertConverted("{type: number, exclusiveMinimum: 0}", "{type: number, minimum: 0, exclusiveMinimum: true}");
    }

    @Test
    void aReferenceStandsAlone() throws IOException {
        assertConverted(
                "{$ref: '#/components/schemas/A', description: d}",
                "{description: d, allOf: [{$ref: '#/components/schemas/A'}]}");
    }

    @Test
    void textsOtherThanPlainOnesAreStreamsOfBytes() throws IOException {
        var converted = OpenApi30.of(parse("""
                info: {}
                paths:
                  /a.csv: {get: {responses: {"200": {content: {text/csv: {schema: {type: string}}}}}}}
                """));
        assertEquals(
                parse("{type: string, format: binary}"),
                converted.at("/paths/~1a.csv/get/responses/200/content/text~1csv/schema"));
    }

    @Test
    void innerSchemasAreConvertedToo() throws IOException {
        assertConverted(
                "{type: object, properties: {examples: {type: [integer, 'null']}, list: {type: array, items: {type: [string, 'null']}}}}",
                "{type: object, properties: {examples: {type: integer, nullable: true}, list: {type: array, items: {type: string, nullable: true}}}}");
    }

    @Test
    void theWholeDescriptionHasNothingOf31() throws IOException {
        var converted = OpenApi30.of(Yaml.read(Path.of("../../gateway/openapi/openapi.yaml")));
        assertEquals("3.0.3", converted.path("openapi").asText());
        assertFalse(converted.has("webhooks"));
        Documents.visit(converted, node -> {
            assertFalse(node.path("type").isArray(), node.toString());
            assertFalse(node.path("type").asText().equals("null"), node.toString());
            assertFalse(node.path("const").isValueNode() && node.has("type"), node.toString());
        });
    }

    private static void assertConverted(String schema, String expected) throws IOException {
        var document = parse("{openapi: 3.1.0, components: {schemas: {X: " + schema + "}}}");
        assertEquals(parse(expected), OpenApi30.of(document).at("/components/schemas/X"));
    }
}
