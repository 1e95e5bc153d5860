package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class GatewayDocumentTest {

    @Test
    void operationsRefuseInvalidRequestsAndHaveOneMediaType() throws JsonProcessingException {
        var document = GatewayDocument.complete(Yaml.parse("""
                paths:
                  /v1/search:
                    get:
                      responses:
                        "200":
                          content:
                            application/json: {schema: {type: object}}
                            text/html: {schema: {type: string}}
                """));

        assertEquals(Yaml.parse("""
                "200":
                  content:
                    application/json: {schema: {type: object}}
                "400": {$ref: "#/components/responses/BadRequest"}
                """), document.at("/paths/~1v1~1search/get/responses"));
    }

    @Test
    void allFieldsArePresentAndReferencesHaveNoTypeBesideThem() throws JsonProcessingException {
        var document = GatewayDocument.complete(Yaml.parse("""
                components:
                  schemas:
                    Instant: {type: string}
                    Page:
                      type: object
                      properties:
                        status: {type: string, $ref: "#/components/schemas/Status"}
                        items: {type: [array, "null"], $ref: "#/components/schemas/Item"}
                        coverage: {type: [object, "null"], $ref: "#/components/schemas/Coverage"}
                        recordedAt: {$ref: "#/components/schemas/Instant"}
                        knownAt: {anyOf: [{$ref: "#/components/schemas/Instant"}, {type: "null"}]}
                """));

        assertEquals(Yaml.parse("""
                Page:
                  type: object
                  properties:
                    status: {$ref: "#/components/schemas/Status"}
                    items: {type: [array, "null"], items: {$ref: "#/components/schemas/Item"}}
                    coverage: {anyOf: [{$ref: "#/components/schemas/Coverage"}, {type: "null"}]}
                    recordedAt: {type: string, format: date-time}
                    knownAt: {type: [string, "null"], format: date-time}
                  required: [status, items, coverage, recordedAt, knownAt]
                """), document.at("/components/schemas"));
    }
}
