package org.mandateatlas.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mandateatlas.contract.Documents.Operation;

/** The committed API description keeps the conventions that clients rely on. */
class ConventionsTest {

    private static final Pattern OPERATION_ID = Pattern.compile(
            "(batch|list|get|put|patch|retract|create|delete|export|simulate|search|suggest|stream|replace|repeat)([A-Z][a-z0-9]*)+");
    private static final Pattern REQUEST = Pattern.compile(".*(Input|Patch|Request|Filter|Settings)");

    /** A violation names one kind of place, an operation of a patch has a value or not, and an entry of a catalog one of two links. */
    private static final Set<String> WITH_OPTIONAL_PROPERTIES =
            Set.of("Violation", "PatchOperation", "ApiCatalogEntry", "ChangeEvent");

    /** Any JSON value. */
    private static final Set<String> ANY = Set.of("FieldChange.before", "FieldChange.after", "PatchOperation.value");

    private final ObjectNode api;
    private final List<Operation> operations;
    private final List<String> exceptions = new ArrayList<>();

    ConventionsTest() throws IOException {
        api = Yaml.read(Path.of("../../gateway/openapi/openapi.yaml"));
        operations = Documents.operations(api);
    }

    @Test
    void everyResponseAndBodyHasOneMediaType() {
        for (var operation : operations) {
            operation.node().path("responses").properties().forEach(response -> {
                var content = Documents.resolved(api, response.getValue()).path("content");
                check(content.size() <= 1, operation.id() + " " + response.getKey());
            });
            check(operation.node().at("/requestBody/content").size() <= 1, operation.id() + " body");
        }
        assertNoExceptions();
    }

    @Test
    void everyOperationHasTheDefaultProblem() {
        for (var operation : operations) {
            var responses = operation.node().path("responses");
            check(
                    ReadProfileTest.name(responses.path("default")).equals("OtherProblem"),
                    operation.id() + " has no default problem");
            responses.properties().forEach(response -> {
                if (response.getKey().matches("[45]..") && !operation.id().equals("getHealth")) {
                    check(response.getValue().has("$ref"), operation.id() + " " + response.getKey());
                }
            });
        }
        assertNoExceptions();
    }

    @Test
    void operationIdsHaveOnePattern() {
        operations.forEach(
                operation -> check(OPERATION_ID.matcher(operation.id()).matches(), operation.id()));
        assertNoExceptions();
    }

    @Test
    void pathTagSchemaAndOperationsOfACollectionHaveOneName() {
        var collections = operations.stream()
                .filter(operation -> operation.id().startsWith("put"))
                .toList();
        assertEquals(13, collections.size());
        for (var put : collections) {
            var name = put.id().substring("put".length());
            var path = put.path().substring("/v1/".length(), put.path().indexOf("/{id}"));
            var tag = put.node().at("/tags/0").asText();
            assertEquals(path, tag.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
            var plural = pascalCase(path);
            assertTrue(plural.startsWith(name.substring(0, name.length() - 1)), plural + " is no plural of " + name);
            for (var schema : List.of(name, name + "Input", name + "Patch", name + "Page")) {
                check(api.at("/components/schemas/" + schema).isObject(), "no schema " + schema);
            }
            var expected = new TreeSet<>(List.of(
                    "list" + plural,
                    "batch" + plural,
                    "export" + plural + "Ndjson",
                    "export" + plural + "Csv",
                    "get" + name,
                    "put" + name,
                    "patch" + name,
                    "retract" + name,
                    "get" + name + "History",
                    "get" + name + "Version"));
            var found = new TreeSet<String>();
            operations.stream()
                    .filter(operation -> operation.node().at("/tags/0").asText().equals(tag))
                    .forEach(operation -> found.add(operation.id()));
            assertEquals(expected, found);
        }
        assertNoExceptions();
    }

    private static String pascalCase(String path) {
        var name = new StringBuilder();
        for (var word : path.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    @Test
    void everyPropertyOfAResponseIsRequired() {
        api.at("/components/schemas").properties().forEach(schema -> {
            var name = schema.getKey();
            if (!REQUEST.matcher(name).matches() && !WITH_OPTIONAL_PROPERTIES.contains(name) && isOfResponses(name)) {
                var properties = new TreeSet<String>();
                schema.getValue().path("properties").fieldNames().forEachRemaining(properties::add);
                var required = new TreeSet<String>();
                schema.getValue().path("required").forEach(property -> required.add(property.asText()));
                check(properties.equals(required), name + " requires " + required + " of " + properties);
            }
        });
        assertNoExceptions();
    }

    /** The operations of policy options are both sent and received, and may omit what is null. */
    private boolean isOfResponses(String name) {
        return !"type".equals(firstProperty(name))
                || !api.at("/components/schemas/" + name + "/properties/type").has("const");
    }

    private String firstProperty(String name) {
        var names = api.at("/components/schemas/" + name + "/properties").fieldNames();
        return names.hasNext() ? names.next() : "";
    }

    @Test
    void whatHasPropertiesIsAnObjectAndEveryPropertyHasAType() {
        api.at("/components/schemas")
                .properties()
                .forEach(schema -> Documents.visit(schema.getValue(), node -> {
                    if (node.path("properties").isObject()) {
                        check(
                                node.path("type").asText().equals("object"),
                                schema.getKey() + " has properties without type");
                        node.path("properties").properties().forEach(property -> {
                            var place = schema.getKey() + "." + property.getKey();
                            check(isTyped(property.getValue()) || ANY.contains(place), place + " has no type");
                        });
                    }
                }));
        assertNoExceptions();
    }

    private static boolean isTyped(JsonNode schema) {
        return List.of("type", "$ref", "anyOf", "oneOf", "allOf").stream().anyMatch(schema::has);
    }

    @Test
    void nullIsATypeAndNoChoiceExceptOfObjectsAndEnums() {
        Documents.visit(api, node -> {
            for (var choice : List.of("anyOf", "oneOf")) {
                for (var alternative : node.path(choice)) {
                    var target = Documents.resolved(api, alternative);
                    var isScalar = target.path("type").asText().matches("string|integer|number|boolean");
                    check(!node.toString().contains("\"null\"") || !isScalar || target.has("enum"), node.toString());
                }
            }
        });
        assertNoExceptions();
    }

    @Test
    void aSingleValueIsAConstant() {
        Documents.visit(api, node -> check(node.path("enum").size() != 1, node.toString()));
        assertNoExceptions();
    }

    @Test
    void propertiesReferToNamedEnums() {
        api.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property ->
                                check(!property.getValue().has("enum"), schema.getKey() + "." + property.getKey())));
        assertNoExceptions();
    }

    @Test
    void parametersThatOperationsShareAreReferences() {
        var seen = new HashSet<String>();
        for (var operation : operations) {
            for (var parameter : operation.node().path("parameters")) {
                check(
                        parameter.has("$ref") || seen.add(parameter.toString()),
                        operation.id() + " " + parameter.path("name"));
            }
        }
        assertNoExceptions();
    }

    @Test
    void limitsHaveOneMaximum() {
        for (var operation : operations) {
            for (var reference : operation.node().path("parameters")) {
                var parameter = Documents.resolved(api, reference);
                if (parameter.path("name").asText().equals("limit")
                        && !operation.id().equals("suggestNames")) {
                    assertEquals(500, parameter.at("/schema/maximum").asInt(), operation.id());
                }
            }
        }
    }

    @Test
    void operationsThatNeedATokenStateTheRole() {
        for (var operation : operations) {
            var description = operation.node().path("description").asText();
            check(
                    operation.node().path("security").isEmpty()
                            != description.contains("Requires a token with the role"),
                    operation.id());
        }
        assertNoExceptions();
    }

    private void check(boolean isKept, String exception) {
        if (!isKept) {
            exceptions.add(exception);
        }
    }

    private void assertNoExceptions() {
        assertEquals(List.of(), exceptions);
    }
}
