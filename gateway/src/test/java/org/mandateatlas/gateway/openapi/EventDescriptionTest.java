package org.mandateatlas.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mandateatlas.gateway.openapi.Yaml.assertCommitted;
import static org.mandateatlas.gateway.openapi.Yaml.read;
import static org.mandateatlas.gateway.openapi.Yaml.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventDescriptionTest {

    private static final Path COMMITTED = Path.of("openapi/asyncapi.yaml");
    private static final Path OWN = Path.of("src/main/asyncapi");

    @Test
    void theCommittedDescriptionIsMadeOfThatOfTheApi() throws IOException {
        assertCommitted(
                COMMITTED,
                EventDescription.of(
                        read(OWN.resolve("asyncapi.yaml")),
                        read(OWN.resolve("streams.yaml")),
                        MergedDescriptionTest.merged()));
    }

    @Test
    void aDocumentInAnEventHasAllItsFieldsButTheStatus() throws JsonProcessingException {
        assertEquals(yaml("""
                type: object
                properties: {id: {type: string}, validity: {$ref: '#/components/schemas/Validity'}}
                required: [id, validity]
                """), bridges().at("/components/schemas/Bridge"));
    }

    @Test
    void whatADocumentRefersToIsDescribedToo() throws JsonProcessingException {
        assertEquals(yaml("{type: object}"), bridges().at("/components/schemas/Validity"));
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
                yaml("{type: 'null'}"),
                bridges().at("/components/schemas/org.mandateatlas.bridge.retracted.v1/allOf/1/properties/document"));
    }

    @Test
    void aDocumentThatTheApiDoesNotDescribeIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> EventDescription.of(yaml("{}"), yaml("bridge: {document: Bridge}"), yaml("{}")));
    }

    private static ObjectNode bridges() throws JsonProcessingException {
        return EventDescription.of(yaml("{}"), yaml("bridge: {document: Bridge, collection: bridges}"), yaml("""
                components:
                  schemas:
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
