package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mandateatlas.contract.Yaml.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    @Test
    void everyOperationHasAnExample() throws IOException {
        var operations = new TreeSet<>(Yaml.read(Path.of("../../gateway/openapi/openapi.yaml"))
                .path("paths")
                .findValuesAsText("operationId"));
        var examples = new TreeSet<String>();
        Example.read(Path.of("examples")).forEach(example -> examples.add(example.operationId()));
        assertEquals(operations, examples);
    }

    @Test
    void requiredParametersHaveTheValuesOfTheRequest() throws JsonProcessingException {
        var api = api("""
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: version, in: path, required: true, schema: {type: integer}}
                - {name: from, in: query, required: true, example: "1900", schema: {type: string}}
                """);
        Examples.addTo(api, List.of(example("{request: 'GET /v1/bridges/old/versions/2?from=2004-12'}")));
        assertEquals(
                parse("""
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}, example: old}
                  - {name: version, in: path, required: true, schema: {type: integer}, example: 2}
                  - {name: from, in: query, required: true, schema: {type: string}, example: 2004-12}
                """).get("parameters"), api.at("/paths/~1v1~1bridges~1{id}~1versions~1{version}/get/parameters"));
    }

    @Test
    void optionalParametersHaveExamplesThatAreNotFilledIn() throws JsonProcessingException {
        var api = api("""
                - {name: fields, in: query, example: id, schema: {type: string}}
                - {name: cursor, in: query, example: MTAw, schema: {type: string}}
                """);
        Examples.addTo(api, List.of());
        assertEquals(
                parse("""
                parameters:
                  - {name: fields, in: query, schema: {type: string, examples: [id]}}
                  - {name: cursor, in: query, schema: {type: string}}
                """).get("parameters"), api.at("/paths/~1v1~1bridges~1{id}~1versions~1{version}/get/parameters"));
    }

    @Test
    void theResponseShowsItsRequest() throws JsonProcessingException {
        var api = api("[]");
        Examples.addTo(api, List.of(example("""
                request: GET /v1/bridges/old/versions/2
                status: 200
                type: application/json
                response: {id: old}
                """)));
        assertEquals(
                parse("{schema: {}, examples: {example: {summary: GET /v1/bridges/old/versions/2, value: {id: old}}}}"),
                api.at("/paths/~1v1~1bridges~1{id}~1versions~1{version}/get/responses/200/content/application~1json"));
    }

    @Test
    void listsInALongResponseAreShortened() throws JsonProcessingException {
        var api = api("[]");
        var text = "x".repeat(1000);
        Examples.addTo(api, List.of(example("""
                request: GET /v1/bridges/old/versions/2
                status: 200
                type: application/json
                response: {text: %s, tolls: [{payers: [car, bike]}, {payers: []}]}
                """.formatted(text))));
        var shown = api.at(
                "/paths/~1v1~1bridges~1{id}~1versions~1{version}/get/responses/200/content/application~1json/examples/example");
        assertEquals(parse("{text: %s, tolls: [{payers: [car]}]}".formatted(text)), shown.get("value"));
        assertEquals(
                "GET /v1/bridges/old/versions/2 (lists are shortened to their first item)",
                shown.get("summary").asText());
    }

    @Test
    void responsesOfSeveralOperationsAreShared() throws JsonProcessingException {
        var api = parse("""
                paths:
                  /v1/bridges/{id}:
                    get: {operationId: getBridge, responses: {'200': {content: {application/json: {}}}}}
                  /v1/bridges/{id}/versions/{version}:
                    get: {operationId: getBridgeVersion, responses: {'200': {content: {application/json: {}}}}}
                """);
        var response = ", status: 200, type: application/json, response: {id: old}}";
        Examples.addTo(
                api,
                List.of(
                        new Example("getBridge", parse("{request: GET /v1/bridges/old" + response)),
                        new Example("getBridgeVersion", parse("{request: GET /v1/bridges/old/versions/1" + response))));
        assertEquals(parse("{getBridge: {value: {id: old}}}"), api.at("/components/examples"));
        assertEquals(
                List.of("#/components/examples/getBridge", "#/components/examples/getBridge"),
                api.path("paths").findValuesAsText("$ref"));
    }

    @Test
    void anExampleOfAnotherResponseIsAnError() throws JsonProcessingException {
        var other = example("{request: GET /v1/bridges/old/versions/2, status: 200, type: text/csv, response: id}");
        assertThrows(IllegalStateException.class, () -> Examples.addTo(api("[]"), List.of(other)));
        var unknown = new Example("getTunnel", parse("{request: GET /v1/tunnels/old}"));
        assertThrows(IllegalStateException.class, () -> Examples.addTo(api("[]"), List.of(unknown)));
    }

    private static Example example(String content) throws JsonProcessingException {
        return new Example("getBridgeVersion", parse(content));
    }

    private static ObjectNode api(String parameters) throws JsonProcessingException {
        var api = parse("""
                paths:
                  /v1/bridges/{id}/versions/{version}:
                    get:
                      operationId: getBridgeVersion
                      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
                """);
        ((ObjectNode) api.at("/paths/~1v1~1bridges~1{id}~1versions~1{version}/get"))
                .set("parameters", parse("parameters:\n" + parameters.indent(2)).get("parameters"));
        return api;
    }
}
