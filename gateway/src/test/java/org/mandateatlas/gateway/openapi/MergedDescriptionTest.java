package org.mandateatlas.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mandateatlas.gateway.openapi.Yaml.assertCommitted;
import static org.mandateatlas.gateway.openapi.Yaml.read;
import static org.mandateatlas.gateway.openapi.Yaml.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedDescriptionTest {

    private static final Path COMMITTED = Path.of("openapi/openapi.yaml");
    private static final Path OWN = Path.of("src/main/openapi");

    @Test
    void theCommittedDescriptionIsTheMergeOfTheOwners() throws IOException {
        assertCommitted(COMMITTED, merged());
    }

    @Test
    void pathsAndComponentsAreUnited() throws JsonProcessingException {
        ObjectNode merged = MergedDescription.of(yaml("""
                paths: {/health: {get: {operationId: getHealth}}}
                components: {schemas: {Health: {type: object}}}
                """), List.of(yaml("""
                paths: {/v1/mandates: {get: {operationId: listMandates}}}
                components: {schemas: {Mandate: {type: object}}, parameters: {Limit: {name: limit}}}
                tags: [{name: Mandates}]
                """)));
        assertEquals(yaml("""
                paths: {/health: {get: {operationId: getHealth}}, /v1/mandates: {get: {operationId: listMandates}}}
                components: {schemas: {Health: {type: object}, Mandate: {type: object}}, parameters: {Limit: {name: limit}}}
                tags: [{name: Mandates}]
                """), merged);
    }

    @Test
    void webhooksAreUnited() throws JsonProcessingException {
        ObjectNode merged = MergedDescription.of(yaml("paths: {}"), List.of(yaml("""
                webhooks: {change: {post: {operationId: receiveChange}}}
                """)));
        assertEquals(yaml("change: {post: {operationId: receiveChange}}"), merged.get("webhooks"));
    }

    @Test
    void whatIsBelowTheVersionTellsOfItsLimit() throws JsonProcessingException {
        ObjectNode merged = MergedDescription.of(yaml("""
                paths: {/health: {get: {responses: {"200": {description: ok}}}}}
                components:
                  headers: {RateLimit: {schema: {type: string}}, RateLimitPolicy: {schema: {type: string}}}
                  responses: {TooManyRequests: {description: too many}}
                """), List.of(yaml("""
                paths: {/v1/mandates: {parameters: [], get: {responses: {"200": {description: ok}, "304": {description: same}}}}}
                """)));
        assertEquals(yaml("""
                /health: {get: {responses: {"200": {description: ok}}}}
                /v1/mandates:
                  parameters: []
                  get:
                    responses:
                      "200":
                        description: ok
                        headers:
                          RateLimit: {$ref: "#/components/headers/RateLimit"}
                          RateLimit-Policy: {$ref: "#/components/headers/RateLimitPolicy"}
                      "304": {description: same}
                      "429": {$ref: "#/components/responses/TooManyRequests"}
                """), merged.get("paths"));
    }

    @Test
    void whatAnOwnerRequiresOfAllItsOperationsStaysWithThem() throws JsonProcessingException {
        ObjectNode merged = MergedDescription.of(yaml("{}"), List.of(yaml("""
                security: [{bearer: []}]
                paths: {/a: {get: {responses: {}}, put: {responses: {}, security: []}}}
                """)));
        assertEquals(yaml("""
                paths: {/a: {get: {responses: {}, security: [{bearer: []}]}, put: {responses: {}, security: []}}}
                tags: []
                """), merged);
    }

    @Test
    void aComponentThatTwoOwnersDescribeAlikeIsTakenOnce() throws JsonProcessingException {
        ObjectNode owner = yaml("components: {schemas: {Problem: {type: object}}}");
        assertEquals(
                owner.get("components"),
                MergedDescription.of(owner, List.of(owner)).get("components"));
    }

    @Test
    void aComponentThatTwoOwnersDescribeDifferentlyIsRefused() throws JsonProcessingException {
        ObjectNode one = yaml("components: {schemas: {Problem: {type: object}}}");
        ObjectNode other = yaml("components: {schemas: {Problem: {type: string}}}");
        var refusal = assertThrows(IllegalStateException.class, () -> MergedDescription.of(one, List.of(other)));
        assertEquals("Two descriptions differ at /components/schemas/Problem", refusal.getMessage());
    }

    @Test
    void anOperationIdIsGivenOnce() throws JsonProcessingException {
        ObjectNode one = yaml("paths: {/a: {get: {operationId: list}}}");
        ObjectNode other = yaml("paths: {/b: {get: {operationId: list}}}");
        assertThrows(IllegalStateException.class, () -> MergedDescription.of(one, List.of(other)));
    }

    @Test
    void aReferenceLeadsSomewhere() throws JsonProcessingException {
        ObjectNode one = yaml("components: {schemas: {A: {$ref: '#/components/schemas/B'}}}");
        assertThrows(IllegalStateException.class, () -> MergedDescription.of(one, List.of()));
    }

    static ObjectNode merged() throws IOException {
        return MergedDescription.of(read(OWN.resolve("gateway.yaml")), parts());
    }

    /** The other parts of the gateway's own description, and those of the owners. */
    private static List<ObjectNode> parts() throws IOException {
        var parts = new ArrayList<ObjectNode>();
        try (var own = Files.newDirectoryStream(OWN, "*.yaml")) {
            var sorted = new ArrayList<Path>();
            own.forEach(sorted::add);
            sorted.remove(OWN.resolve("gateway.yaml"));
            for (Path part : sorted.stream().sorted().toList()) {
                parts.add(read(part));
            }
        }
        parts.addAll(owners());
        return parts;
    }

    private static List<ObjectNode> owners() throws IOException {
        var owners = new ArrayList<ObjectNode>();
        try (var modules = Files.newDirectoryStream(Path.of(".."), "*-service")) {
            var sorted = new ArrayList<Path>();
            modules.forEach(sorted::add);
            for (Path module : sorted.stream().sorted().toList()) {
                owners.add(read(module.resolve("openapi/openapi.yaml")));
            }
        }
        assertFalse(owners.isEmpty(), "No owner has a description");
        return owners;
    }
}
