package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mandateatlas.contract.Yaml.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventDescriptionTest {

    @Test
    void aDocumentInAnEventHasAllItsFieldsButTheStatus() throws JsonProcessingException {
        assertEquals(parse("""
                type: object
                title: Bridge
                properties: {id: {type: string}, validity: {$ref: '#/components/schemas/Validity'}}
                required: [id, validity]
                """), bridges().at("/components/schemas/Bridge"));
    }

    @Test
    void whatADocumentRefersToIsDescribedToo() throws JsonProcessingException {
        assertEquals(parse("{type: object, title: Validity}"), bridges().at("/components/schemas/Validity"));
    }

    @Test
    void eachStreamIsATopicWithAMessageForEachTypeOfEvent() throws JsonProcessingException {
        JsonNode channel = bridges().at("/channels/BridgeChanges");
        assertEquals("atlas.bridge.v1", channel.path("address").asText());
        assertEquals(6, channel.path("messages").size());
        assertEquals(
                "#/components/schemas/BridgeEnded",
                bridges().at("/components/messages/BridgeEnded/payload/$ref").asText());
        assertEquals(
                "org.mandateatlas.bridge.ended.v1",
                bridges().at("/components/messages/BridgeEnded/name").asText());
    }

    @Test
    void aRetractionLeavesNoDocument() throws JsonProcessingException {
        assertEquals(
                parse("{type: 'null', description: After.}"),
                bridges().at("/components/schemas/BridgeRetracted/properties/document"));
    }

    @Test
    void theSchemaOfAnEventIsFlatAndTitled() throws JsonProcessingException {
        assertEquals(parse("""
                type: object
                title: BridgeChanged
                description: The world changed, and the document with it.
                required: [change, document, previous]
                properties:
                  change: {type: string, const: changed}
                  document: {$ref: '#/components/schemas/Bridge'}
                  previous: {$ref: '#/components/schemas/Bridge'}
                """), bridges().at("/components/schemas/BridgeChanged"));
    }

    @Test
    void anInlineEnumIsTitledAndOneWithOneValueIsAConstant() throws JsonProcessingException {
        assertEquals(parse("""
                type: object
                title: PatchOperation
                properties:
                  op: {type: string, enum: [add, remove], title: PatchOperationOp}
                  kind: {type: string, const: patch}
                """), bridges().at("/components/schemas/PatchOperation"));
    }

    @Test
    void keywordsThatJsonSchemaDoesNotHaveAreRemoved() throws JsonProcessingException {
        assertEquals(parse("{type: string}"), bridges().at("/components/schemas/Bridge/properties/id"));
    }

    @Test
    void aDocumentThatTheApiDoesNotDescribeIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> EventDescription.of(parse("{}"), Map.of("bridge", "bridges"), parse("{}")));
    }

    private static ObjectNode bridges() throws JsonProcessingException {
        return EventDescription.of(parse("{}"), Map.of("bridge", "bridges"), parse("""
                paths:
                  /v1/bridges:
                    get: {responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/BridgePage"}}}}}}
                components:
                  schemas:
                    BridgePage: {properties: {items: {items: {$ref: "#/components/schemas/Bridge"}}}}
                    PatchOperation: {type: object, properties: {op: {type: string, enum: [add, remove]}, kind: {type: string, enum: [patch]}}}
                    ChangeData:
                      type: object
                      required: [change, document, previous]
                      properties:
                        change: {type: string, examples: [transferred]}
                        document: {type: [object, "null"], description: After.}
                        previous: {type: [object, "null"]}
                    ChangeEvent: {type: object}
                    ChangesPage: {type: object}
                    Status: {type: string}
                    Validity: {type: object}
                    Bridge:
                      type: object
                      properties:
                        id: {type: string, readOnly: true, x-order: 1}
                        status: {$ref: '#/components/schemas/Status'}
                        validity: {$ref: '#/components/schemas/Validity'}
                """));
    }
}
