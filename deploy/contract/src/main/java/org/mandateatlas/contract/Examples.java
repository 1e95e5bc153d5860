package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds examples to the API description. Values that a browser fills in, those of required parameters, are those of the example
 * requests; optional parameters have examples in their schemas, which are shown but not filled in. Lists in long responses are shortened
 * to their first item, and responses that several operations have are shared.
 */
final class Examples {

    private static final String REFERENCE = "$ref";
    private static final String EXAMPLE = "example";
    private static final String EXAMPLES = "examples";
    private static final String PARAMETERS = "parameters";
    /** Parameters whose values are only known from a previous response. */
    private static final Set<String> OPAQUE = Set.of("cursor");

    /** The longest response that is shown whole, in characters. */
    private static final int LONG = 1_000;

    private static final String SHORTENED = " (lists are shortened to their first item)";

    private final ObjectNode api;

    /** The operations that show a response, by the response. */
    private final Map<JsonNode, List<Use>> shown = new LinkedHashMap<>();

    /**
     * A shown response.
     *
     * @param operationId the operation
     * @param content the description of the response that contains it
     */
    private record Use(String operationId, ObjectNode content) {}

    private Examples(ObjectNode api) {
        this.api = api;
    }

    /** Adds the examples. */
    static void addTo(ObjectNode api, List<Example> examples) {
        var description = new Examples(api);
        examples.forEach(description::add);
        description.share();
        description.optionalParameters(api);
    }

    /** Moves the responses that several operations have to the components. */
    private void share() {
        shown.values().stream().filter(uses -> uses.size() > 1).forEach(uses -> {
            var first = uses.getFirst();
            var shared = ((ObjectNode) first.content().at("/" + EXAMPLES + "/" + EXAMPLE)).deepCopy();
            shared.remove("summary");
            api.withObject("/components/" + EXAMPLES).set(first.operationId(), shared);
            uses.forEach(use -> use.content()
                    .putObject(EXAMPLES)
                    .putObject(EXAMPLE)
                    .put(REFERENCE, "#/components/" + EXAMPLES + "/" + first.operationId()));
        });
    }

    private void add(Example example) {
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().path("operationId").asText().equals(example.operationId())) {
                    if (!operation.getKey().equalsIgnoreCase(example.method())) {
                        throw new IllegalStateException(example.operationId() + " is not " + example.method());
                    }
                    if (operation.getKey().equals("get")) {
                        readParameters(example, path.getKey(), path.getValue());
                    }
                    request(example, operation.getValue());
                    response(example, operation.getValue());
                    return;
                }
            }
        }
        throw new IllegalStateException("There is no operation " + example.operationId());
    }

    /** All operations of a path have the example that its read has. */
    private void readParameters(Example example, String path, JsonNode operations) {
        parameters(example, path, operations.path(PARAMETERS));
        operations.forEach(operation -> parameters(example, path, operation.path(PARAMETERS)));
    }

    private void parameters(Example example, String path, JsonNode parameters) {
        var template = List.of(path.split("/"));
        for (JsonNode each : parameters) {
            var parameter = (ObjectNode) resolved(each);
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("path")) {
                var place = position(template, "{" + name + "}");
                var segment = example.segments().get(place);
                var fixed = template.get(place);
                var prefix = fixed.indexOf('{');
                var suffix = fixed.length() - fixed.indexOf('}') - 1;
                set(parameter, segment.substring(prefix, segment.length() - suffix));
            } else if (parameter.path("required").asBoolean() && example.query().containsKey(name)) {
                set(parameter, example.query().get(name));
            }
        }
    }

    private static int position(List<String> template, String name) {
        for (int i = 0; i < template.size(); i++) {
            if (template.get(i).contains(name)) {
                return i;
            }
        }
        throw new IllegalStateException("No " + name + " in " + template);
    }

    private static void set(ObjectNode parameter, String value) {
        parameter.remove(EXAMPLES);
        if (value.startsWith("{")) {
            if (parameter.has(EXAMPLE)) {
                parameter.withObject("/schema").putArray(EXAMPLES).add(parameter.remove(EXAMPLE));
            }
        } else if (parameter.at("/schema/type").asText().equals("integer")) {
            parameter.put(EXAMPLE, Integer.parseInt(value));
        } else {
            parameter.put(EXAMPLE, value);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has(REFERENCE) ? api.at(node.path(REFERENCE).asText().substring(1)) : node;
    }

    private void request(Example example, JsonNode operation) {
        if (example.body() != null) {
            for (JsonNode content : resolved(operation.path("requestBody")).path("content")) {
                ((ObjectNode) content).set(EXAMPLE, example.body());
            }
        }
    }

    private void response(Example example, JsonNode operation) {
        if (example.response().isMissingNode()) {
            return;
        }
        var response = operation.path("responses").path(Integer.toString(example.status()));
        if (!(response.path("content").get(example.type()) instanceof ObjectNode content)) {
            throw new IllegalStateException(
                    example.operationId() + " has no response " + example.status() + " of " + example.type());
        }
        content.remove(EXAMPLE);
        var value = example.response().toString().length() > LONG ? shortened(example.response()) : example.response();
        var isWhole = value.equals(example.response());
        content.putObject(EXAMPLES)
                .putObject(EXAMPLE)
                .put("summary", isWhole ? example.request() : example.request() + SHORTENED)
                .set("value", value);
        if (value.isContainerNode()) {
            shown.computeIfAbsent(value, unseen -> new ArrayList<>()).add(new Use(example.operationId(), content));
        }
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var first = array.arrayNode();
            if (!array.isEmpty()) {
                first.add(shortened(array.get(0)));
            }
            return first;
        }
        if (node instanceof ObjectNode object) {
            var copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), shortened(member.getValue())));
            return copy;
        }
        return node;
    }

    private void optionalParameters(JsonNode node) {
        if (node instanceof ObjectNode parameter
                && parameter.path("in").isTextual()
                && parameter.path("schema") instanceof ObjectNode schema
                && !parameter.path("required").asBoolean()) {
            var examples = new ArrayList<JsonNode>();
            if (parameter.has(EXAMPLE)) {
                examples.add(parameter.remove(EXAMPLE));
            }
            if (parameter.remove(EXAMPLES) instanceof ObjectNode named) {
                named.forEach(each -> examples.add(each.path("value")));
            }
            if (OPAQUE.contains(parameter.path("name").asText())) {
                schema.remove(EXAMPLES);
            } else if (!examples.isEmpty() && !(schema.path(EXAMPLES) instanceof ArrayNode)) {
                schema.putArray(EXAMPLES).addAll(examples);
            }
        }
        node.forEach(this::optionalParameters);
    }
}
