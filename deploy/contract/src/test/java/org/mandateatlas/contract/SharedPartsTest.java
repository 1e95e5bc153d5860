package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.contract.Yaml.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SharedPartsTest {

    @Test
    void aParameterOfSeveralOperationsIsAComponent() throws JsonProcessingException {
        var document = extracted("""
                paths:
                  /a: {get: {operationId: listA, parameters: [{name: validAt, in: query}, {name: only, in: query}]}}
                  /b: {get: {operationId: listB, parameters: [{name: validAt, in: query}]}}
                """);
        assertEquals(parse("ValidAtParameter: {name: validAt, in: query}"), document.at("/components/parameters"));
        assertEquals(
                "#/components/parameters/ValidAtParameter",
                document.at("/paths/~1a/get/parameters/0/$ref").asText());
        assertEquals("only", document.at("/paths/~1a/get/parameters/1/name").asText());
    }

    @Test
    void variantsOfAParameterAreNamedByTheirTagOrVerb() throws JsonProcessingException {
        var document = extracted("""
                paths:
                  /a: {get: {operationId: listA, tags: [A], parameters: [{name: limit, in: query}]}}
                  /b: {get: {operationId: listB, tags: [B], parameters: [{name: limit, in: query}]}}
                  /c: {get: {operationId: listC, tags: [C], parameters: [{name: limit, in: query}]}}
                  /a.csv: {get: {operationId: exportAnimalsCsv, tags: [A], parameters: [{name: limit, in: query, description: rows}]}}
                  /b.csv: {get: {operationId: exportBirdsCsv, tags: [B], parameters: [{name: limit, in: query, description: rows}]}}
                  /d: {get: {operationId: getD, tags: [Some model], parameters: [{name: limit, in: query, description: d}]}}
                  /e: {get: {operationId: getE, tags: [Some model], parameters: [{name: limit, in: query, description: d}]}}
                """);
        assertEquals(parse("""
                        LimitParameter: {name: limit, in: query}
                        ExportLimitParameter: {name: limit, in: query, description: rows}
                        SomeModelLimitParameter: {name: limit, in: query, description: d}
                        """), document.at("/components/parameters"));
    }

    @Test
    void problemsAreThoseOfTheFrameAndEveryOperationHasTheDefault() throws JsonProcessingException {
        var document = extracted("""
                paths:
                  /a:
                    get:
                      operationId: getA
                      responses:
                        "200": {description: ok}
                        "404": {description: none, content: {application/problem+json: {}}}
                        "406": {description: none, content: {application/problem+json: {}}}
                        "429": {$ref: "#/components/responses/Elsewhere"}
                        "503": {description: health, content: {application/json: {}}}
                components:
                  responses: {NotFound: {description: not found}, OtherProblem: {description: any}}
                """);
        assertEquals(parse("""
                        "200": {description: ok}
                        "404": {$ref: "#/components/responses/NotFound"}
                        "503": {description: health, content: {application/json: {}}}
                        default: {$ref: "#/components/responses/OtherProblem"}
                        """), document.at("/paths/~1a/get/responses"));
    }

    @Test
    void headersThatTheFrameHasAreReferences() throws JsonProcessingException {
        var document = extracted("""
                paths:
                  /a: {get: {operationId: getA, responses: {"200": {headers: {ETag: {description: mine}, Link: {description: next}}}}}}
                components: {headers: {ETag: {description: the validator}}}
                """);
        assertEquals(
                parse("{ETag: {$ref: '#/components/headers/ETag'}, Link: {description: next}}"),
                document.at("/paths/~1a/get/responses/200/headers"));
    }

    private static ObjectNode extracted(String document) throws JsonProcessingException {
        var parsed = parse(document);
        SharedParts.extract(parsed);
        return parsed;
    }
}
