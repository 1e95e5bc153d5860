package org.mandateatlas.contract;

import static org.mandateatlas.contract.Documents.REFERENCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mandateatlas.contract.Documents.Operation;

/**
 * The reads of documents and computed resources, for tools and agents that need a small description: without writes, exports, feeds,
 * subscriptions, histories and the schemas of computed resources and reforms, and without examples and what only validates. Descriptions
 * are single sentences, and a field is described by its schema where it has one.
 */
final class ReadProfile {

    /** Reads of collections, documents and computed resources, but neither exports nor feeds nor old versions. */
    private static final Pattern PATH = Pattern.compile(
            "/v1/(?!(?:changes|snapshot|subscriptions|suggest)(?:/|$))[a-z-]+(?:/\\{id}(?:/profile|/lineage|/simulation)?|/[a-z]+)?");

    private static final Set<String> LEFT_OUT = Set.of("If-None-Match", "include", "position", "withTotal");
    private static final Set<String> RESPONSES = Set.of("200", "default");

    /** Examples, keywords that matter only to those who validate, and descriptions of values that are repeated in those of enums. */
    private static final List<String> DETAILS = List.of(
            "examples",
            "pattern",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minimum",
            "maximum",
            "readOnly",
            "required",
            "x-enum-descriptions");

    private static final String SENTENCE = ". ";

    private static final String INTRODUCTION = """
            The reads of a cited bitemporal registry of institutions and their mandates. `validAt` selects the state of the world on a \
            date, `knownAt` the state of the registry at an instant. Follow `next` for further pages. `/openapi` describes the whole API.
            """;

    private final ObjectNode document;
    private final Set<String> documents;

    private ReadProfile(ObjectNode document) {
        this.document = document;
        this.documents = documents(document);
    }

    /** Returns the reads of a description. */
    static ObjectNode of(ObjectNode description) {
        var profile = new ReadProfile(description.deepCopy());
        profile.document.withObject("/info").put("description", INTRODUCTION.strip());
        profile.document.remove("webhooks");
        profile.removeOtherOperations();
        Documents.operations(profile.document).forEach(profile::reduce);
        Components.removeUnused(profile.document);
        Components.removeUnusedTags(profile.document);
        profile.document.withObject("/components").remove("securitySchemes");
        profile.document.at("/components/schemas").forEach(schema -> Documents.visit(schema, ReadProfile::reduce));
        profile.document.at("/components/parameters").forEach(ReadProfile::reduceParameter);
        Components.removeUnused(profile.document);
        return profile.document;
    }

    private void removeOtherOperations() {
        var paths = document.withObject("/paths");
        for (var path : List.copyOf(paths.properties())) {
            var item = (ObjectNode) path.getValue();
            if (!PATH.matcher(path.getKey()).matches() || !item.has("get")) {
                paths.remove(path.getKey());
            } else {
                item.retain("get", "parameters");
            }
        }
    }

    private static void reduce(ObjectNode schema) {
        schema.remove(DETAILS);
        shorten(schema, schema.has("enum") ? "\n" : SENTENCE);
        if (schema.has("discriminator")) {
            schema.remove(List.of("discriminator", "oneOf"));
            schema.put("type", "object");
        }
        if (schema.get("properties") instanceof ObjectNode properties) {
            if (properties.has("items") && properties.has("next")) {
                properties.retain("items", "next");
            }
            properties.forEach(ReadProfile::reduceProperty);
        }
    }

    /** The schema that a property refers to has a description. */
    private static void reduceProperty(JsonNode property) {
        if (!property.findValues(REFERENCE).isEmpty()) {
            ((ObjectNode) property).remove("description");
        }
    }

    private static void reduceParameter(JsonNode parameter) {
        shorten((ObjectNode) parameter, SENTENCE);
        var examples = parameter.at("/schema/examples");
        Documents.visit(parameter.path("schema"), ReadProfile::reduce);
        if (!examples.isMissingNode()) {
            ((ObjectNode) parameter.path("schema")).set("examples", examples);
        }
    }

    private static void shorten(ObjectNode node, String end) {
        var description = node.path("description").asText();
        var length = description.indexOf(end);
        if (length > 0) {
            node.put("description", description.substring(0, length + 1).strip());
        }
    }

    private void reduce(Operation operation) {
        shorten(operation.node(), SENTENCE);
        if (operation.node().get("parameters") instanceof ArrayNode parameters) {
            parameters.removeIf(parameter -> LEFT_OUT.contains(
                    Documents.resolved(document, parameter).path("name").asText()));
            parameters.forEach(ReadProfile::reduceParameter);
        }
        var responses = operation.node().withObject("/responses");
        responses.retain(RESPONSES);
        responses.withObject("/200").remove("headers");
        var content = responses.at("/200/content/application~1json");
        if (content instanceof ObjectNode media) {
            media.remove(List.of("example", "examples"));
            if (!isOfDocuments(media.path("schema"))) {
                media.putObject("schema").put("type", "object");
            }
        }
    }

    /** Documents and pages of documents are described, because other results contain them. */
    private boolean isOfDocuments(JsonNode schema) {
        var items = Documents.resolved(document, schema).at("/properties/items/items");
        return documents.contains(schema.path(REFERENCE).asText())
                || documents.contains(items.path(REFERENCE).asText());
    }

    private static Set<String> documents(ObjectNode description) {
        return Documents.operations(description).stream()
                .filter(operation -> operation.method().equals("put"))
                .map(operation -> Documents.SCHEMAS + operation.id().substring("put".length()))
                .collect(Collectors.toSet());
    }
}
