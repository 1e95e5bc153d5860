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
                properties: {id: {type: string}, validity: {$ref: '#/components/schemas/Validity'}}
                required: [id, validity]
                """), bridges().at("/components/schemas/Bridge"));
    }

    @Test
    void whatADocumentRefersToIsDescribedToo() throws JsonProcessingException {
        assertEquals(parse("{type: object}"), bridges().at("/components/schemas/Validity"));
    }

    @Test
    void eachStreamIsATopicWithAMessageForEachTypeOfEvent() throws JsonProcessingException {
        JsonNode channel = bridges().at("/channels/bridge");
        assertEquals("atlas.bridge.v1", channel.path("address").asText());
        assertEquals(6, channel.path("messages").size());
        assertEquals(
                "#/components/schemas/org.mandateatlas.bridge.ended.v1",
                bridges()
                        .at("/components/messages/org.mandateatlas.bridge.ended.v1/payload/$ref")
                        .asText());
    }

    @Test
    void aRetractionLeavesNoDocument() throws JsonProcessingException {
        assertEquals(
                parse("{type: 'null'}"),
                bridges().at("/components/schemas/org.mandateatlas.bridge.retracted.v1/allOf/1/properties/document"));
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
                    PatchOperation: {type: object}
                    ChangeData: {type: object}
                    ChangeEvent: {type: object}
                    ChangesPage: {type: object}
                    Status: {type: string}
                    Validity: {type: object}
                    Bridge:
                      type: object
                      properties:
                        id: {type: string, readOnly: true}
                        status: {$ref: '#/components/schemas/Status'}
                        validity: {$ref: '#/components/schemas/Validity'}
                """));
    }
}
