package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.contract.Yaml.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SchemaFormTest {

    @Test
    void aNullableScalarIsAListOfTypes() throws JsonProcessingException {
        var document = formed("""
                components:
                  schemas:
                    Day: {type: string, pattern: x, description: a day}
                    A: {type: object, properties: {to: {anyOf: [{$ref: "#/components/schemas/Day"}, {type: "null"}], description: the end}}}
                """);
        assertEquals(
                parse("{type: [string, 'null'], pattern: x, description: the end}"),
                document.at("/components/schemas/A/properties/to"));
    }

    @Test
    void aNullableObjectOrEnumIsAChoice() throws JsonProcessingException {
        var document = formed("""
                components:
                  schemas:
                    Level: {type: string, enum: [high, low]}
                    Part: {type: object}
                    A:
                      type: object
                      properties:
                        level: {oneOf: [{type: "null"}, {$ref: "#/components/schemas/Level"}], description: how much}
                        part: {type: object, anyOf: [{$ref: "#/components/schemas/Part"}, {type: "null"}]}
                """);
        assertEquals(parse("""
                        level: {description: how much, anyOf: [{$ref: "#/components/schemas/Level"}, {type: "null"}]}
                        part: {anyOf: [{$ref: "#/components/schemas/Part"}, {type: "null"}]}
                        """), document.at("/components/schemas/A/properties"));
    }

    @Test
    void aSingleValueIsAConstantAndEnumsOfPropertiesAreNamed() throws JsonProcessingException {
        var document = formed("""
                components:
                  schemas:
                    Axis: {type: string, enum: [x, y], description: an axis}
                    A:
                      properties:
                        type: {type: string, enum: [a]}
                        axis: {type: string, enum: [x, y], description: its axis}
                        change: {type: string, enum: [up, down], description: where to, x-enum-descriptions: [higher, lower]}
                """);
        assertEquals(parse("""
                        type: {type: string, const: a}
                        axis: {$ref: "#/components/schemas/Axis", description: its axis}
                        change: {$ref: "#/components/schemas/AChange", description: where to}
                        """), document.at("/components/schemas/A/properties"));
        assertEquals(
                parse("{type: string, enum: [up, down], description: where to, x-enum-descriptions: [higher, lower]}"),
                document.at("/components/schemas/AChange"));
        assertEquals("object", document.at("/components/schemas/A/type").asText());
    }

    @Test
    void textsOfDocumentsAreNotBlankAndListsAreLimited() throws JsonProcessingException {
        var document = formed("""
                paths:
                  /v1/a/{id}: {put: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/AInput"}}}}}}
                components:
                  schemas:
                    AInput: {type: object, properties: {title: {type: string}, day: {type: string, format: date}, parts: {type: array, items: {$ref: "#/components/schemas/Part"}}}}
                    Part: {type: object, properties: {text: {type: [string, "null"]}}}
                    Other: {type: object, properties: {text: {type: string}}}
                """);
        assertEquals(parse("""
                        title: {type: string, minLength: 1, pattern: \\S}
                        day: {type: string, format: date}
                        parts: {type: array, items: {$ref: "#/components/schemas/Part"}, maxItems: 1000}
                        """), document.at("/components/schemas/AInput/properties"));
        assertEquals(
                parse("{type: [string, 'null'], minLength: 1, pattern: \\S}"),
                document.at("/components/schemas/Part/properties/text"));
        assertEquals(parse("{type: string}"), document.at("/components/schemas/Other/properties/text"));
    }

    @Test
    void whatIsNeitherJsonNorTextIsAStreamOfBytes() throws JsonProcessingException {
        var document = formed("""
                paths:
                  /a.csv: {get: {responses: {"200": {description: rows, content: {text/csv: {schema: {type: string}}}}}}}
                  /a.atom: {get: {responses: {"200": {description: all, content: {application/atom+xml: {schema: {type: string}}}}}}}
                """);
        assertEquals(
                parse("{type: string, description: rows}"),
                document.at("/paths/~1a.csv/get/responses/200/content/text~1csv/schema"));
        assertEquals(
                parse("{type: string, format: binary, description: all}"),
                document.at("/paths/~1a.atom/get/responses/200/content/application~1atom+xml/schema"));
    }

    private static ObjectNode formed(String document) throws JsonProcessingException {
        var parsed = parse(document);
        SchemaForm.apply(parsed);
        return parsed;
    }
}
