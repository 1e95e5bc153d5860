package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mandateatlas.contract.Yaml.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {

    @Test
    void pathsAndComponentsAreUnited() throws JsonProcessingException {
        ObjectNode merged = merge(parse("""
                paths: {/health: {get: {operationId: getHealth, response: {$ref: "#/components/schemas/Health"}}}}
                components: {schemas: {Health: {type: object}}}
                """), parse("""
                paths: {/v1/mandates: {get: {operationId: listMandates, tags: [Mandates], response: {$ref: "#/components/schemas/Mandate"}}}}
                components: {schemas: {Mandate: {type: object}}}
                tags: [{name: Mandates}]
                """));
        assertEquals(parse("""
                paths:
                  /health: {get: {operationId: getHealth, response: {$ref: "#/components/schemas/Health"}}}
                  /v1/mandates: {get: {operationId: listMandates, tags: [Mandates], response: {$ref: "#/components/schemas/Mandate"}}}
                components: {schemas: {Health: {type: object}, Mandate: {type: object}}}
                tags: [{name: Mandates}]
                """), merged);
    }

    @Test
    void webhooksAreUnited() throws JsonProcessingException {
        ObjectNode merged = merge(parse("paths: {}"), parse("""
                webhooks: {change: {post: {operationId: receiveChange}}}
                """));
        assertEquals(parse("change: {post: {operationId: receiveChange}}"), merged.get("webhooks"));
    }

    @Test
    void problemsAndParametersAreThoseOfTheFrame() throws JsonProcessingException {
        ObjectNode merged = merge(parse("""
                paths: {/health: {get: {responses: {"200": {description: ok}}}}}
                components:
                  headers: {RetryAfter: {schema: {type: integer}}}
                  responses: {OtherProblem: {description: any, headers: {Retry-After: {$ref: "#/components/headers/RetryAfter"}}}, Gone: {description: gone}}
                  schemas: {Problem: {type: object}}
                """), parse("""
                paths: {/v1/mandates: {get: {responses: {"200": {description: ok}, "503": {$ref: "#/components/responses/Unavailable"}}}}}
                """));
        assertEquals(parse("""
                /health: {get: {responses: {"200": {description: ok}, default: {$ref: "#/components/responses/OtherProblem"}}}}
                /v1/mandates:
                  get:
                    responses:
                      "200": {description: ok}
                      default: {$ref: "#/components/responses/OtherProblem"}
                """), merged.get("paths"));
        assertEquals(parse("""
                headers: {RetryAfter: {schema: {type: integer}}}
                responses:
                  OtherProblem:
                    description: any
                    headers: {Retry-After: {$ref: "#/components/headers/RetryAfter"}}
                    content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}
                schemas: {Problem: {type: object}}
                """), merged.get("components"));
    }

    @Test
    void operationsThatNeedATokenStateTheRole() throws JsonProcessingException {
        ObjectNode merged = merge(parse("{}"), parse("""
                paths:
                  /v1/mandates/{id}: {put: {description: Writes., security: [{token: []}]}, get: {description: Reads.}}
                  /v1/subscriptions: {get: {security: [{token: []}]}}
                """));
        assertEquals(
                "Writes. Requires a token with the role `curator`.", text(merged, "/paths/~1v1~1mandates~1{id}/put"));
        assertEquals("Reads.", text(merged, "/paths/~1v1~1mandates~1{id}/get"));
        assertEquals(
                "Requires a token with the role `subscriber` or `curator`.",
                text(merged, "/paths/~1v1~1subscriptions/get"));
    }

    private static String text(ObjectNode document, String operation) {
        return document.at(operation).path("description").asText();
    }

    @Test
    void whatAnOwnerRequiresOfAllItsOperationsStaysWithThem() throws JsonProcessingException {
        ObjectNode merged = merge(parse("{}"), parse("""
                security: [{bearer: []}]
                paths: {/a: {get: {responses: {}}, put: {responses: {}, security: []}}}
                """));
        assertEquals(parse("""
                paths:
                  /a:
                    get: {responses: {}, security: [{bearer: []}], description: Requires a token with the role `curator`.}
                    put: {responses: {}, security: []}
                components: {}
                """), merged);
    }

    @Test
    void aComponentThatTwoOwnersDescribeAlikeIsTakenOnce() throws JsonProcessingException {
        ObjectNode owner = parse("""
                paths: {/a: {get: {response: {$ref: "#/components/schemas/Problem"}}}}
                components: {schemas: {Problem: {type: object}}}
                """);
        assertEquals(owner.get("components"), merge(owner, owner).get("components"));
    }

    @Test
    void aComponentThatTwoOwnersDescribeDifferentlyIsRefused() throws JsonProcessingException {
        ObjectNode one = parse("components: {schemas: {Problem: {type: object}}}");
        ObjectNode other = parse("""
                paths: {/a: {get: {response: {$ref: "#/components/schemas/Problem"}}}}
                components: {schemas: {Problem: {type: string}}}
                """);
        var refusal = assertThrows(IllegalStateException.class, () -> merge(one, other));
        assertEquals("Two documents differ at /components/schemas/Problem", refusal.getMessage());
    }

    @Test
    void anOperationIdIsGivenOnce() throws JsonProcessingException {
        ObjectNode one = parse("paths: {/a: {get: {operationId: list}}}");
        ObjectNode other = parse("paths: {/b: {get: {operationId: list}}}");
        assertThrows(IllegalStateException.class, () -> merge(one, other));
    }

    @Test
    void aReferenceLeadsSomewhere() throws JsonProcessingException {
        ObjectNode one = parse("""
                paths: {/a: {get: {response: {$ref: "#/components/schemas/A"}}}}
                components: {schemas: {A: {$ref: "#/components/schemas/B"}}}
                """);
        assertThrows(IllegalStateException.class, () -> merge(one));
    }

    @Test
    void internalOperationsAndWhatOnlyTheyUseAreOmitted() throws JsonProcessingException {
        var merged = merge(parse("components: {schemas: {Page: {type: object}}}"), parse("""
                paths:
                  /v1/mandates: {get: {operationId: listMandates, tags: [Mandate], schema: {$ref: "#/components/schemas/Mandate"}}}
                  /v1/search: {get: {x-internal: true, tags: [Search], schema: {$ref: "#/components/schemas/Page"}}}
                components:
                  schemas: {Mandate: {$ref: "#/components/schemas/Name"}, Name: {type: string}, Page: {type: string}}
                tags: [{name: Search}, {name: Mandate}]
                """));
        assertEquals(
                parse(
                        "{/v1/mandates: {get: {operationId: listMandates, tags: [Mandate], schema: {$ref: \"#/components/schemas/Mandate\"}}}}"),
                merged.get("paths"));
        assertEquals(
                parse("{Mandate: {$ref: \"#/components/schemas/Name\"}, Name: {type: string}}"),
                merged.at("/components/schemas"));
        assertEquals(parse("tags: [{name: Mandate}]").get("tags"), merged.get("tags"));
    }

    @Test
    void theNamesOfTheStreamsAreThoseOfTheConfiguration() throws JsonProcessingException {
        var merged =
                ApiDescription.of(parse("""
                        paths: {/a: {get: {schema: {$ref: "#/components/schemas/StreamName"}}}}
                        components: {schemas: {StreamName: {type: string}}}
                        """), List.of(), Map.of("mandate", "mandates", "bridge", "bridges"), List.of());
        assertEquals(parse("""
                type: string
                enum: [bridge, mandate]
                x-enum-descriptions: [The revisions of bridges., The revisions of mandates.]
                """), merged.at("/components/schemas/StreamName"));
    }

    private static ObjectNode merge(ObjectNode frame, ObjectNode... documents) {
        return ApiDescription.of(frame, List.of(documents), Map.of(), List.of());
    }
}
