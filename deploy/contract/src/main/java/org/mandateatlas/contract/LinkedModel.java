package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents as linked data: the classes and fields in the schemas of an API description, with the terms and streams that the
 * declarations of the documents note there.
 */
final class LinkedModel {

    /** Stands for the public address in all IRIs of the project. */
    static final String BASE = "{base}";

    /** The namespace of the project's vocabulary. */
    static final String VOCABULARY = BASE + "/vocabulary#";

    private static final String TERM = "x-term";
    private static final String STREAM = "x-stream";
    private static final String PROPERTIES = "properties";

    private static final Map<String, String> NAMESPACES = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dcterms", "http://purl.org/dc/terms/",
            "org", "http://www.w3.org/ns/org#",
            "prov", "http://www.w3.org/ns/prov#",
            "schema", "https://schema.org/",
            "skos", "http://www.w3.org/2004/02/skos/core#");

    private final JsonNode api;
    private final Map<String, String> collectionsByStream;
    private final SortedMap<String, Map<String, Field>> schemas = new TreeMap<>();
    private final SortedMap<String, String> documents = new TreeMap<>();

    /** What the values of a field are. */
    enum Kind {
        LITERAL,
        DATE,
        DATE_TIME,
        PARTIAL_DATE,
        DOCUMENT,
        CONCEPT,
        RECORD
    }

    /**
     * A field.
     *
     * @param iri the IRI of its term
     * @param target the collection, enum or record of the values; null for literals
     */
    record Field(String iri, Kind kind, @Nullable String target) {}

    LinkedModel(JsonNode api, Map<String, String> collectionsByStream) {
        this.api = api;
        this.collectionsByStream = collectionsByStream;
        collectionsByStream.values().forEach(collection -> {
            var schema = api.path("paths").path("/v1/" + collection + "/{id}").at("/get/responses/200/content");
            var reference = schema.findValue(Documents.REFERENCE);
            if (reference != null) {
                documents.put(name(reference.asText()), collection);
            }
        });
        documents.keySet().forEach(this::read);
    }

    /** Removes what is noted for linked data from a description. */
    static void removeNotes(ObjectNode api) {
        Documents.visit(api, node -> node.remove(List.of(TERM, STREAM)));
    }

    /** Returns the collection of each class of documents, by the name of the class. */
    SortedMap<String, String> documents() {
        return documents;
    }

    /** Returns the class of the documents of each collection. */
    ObjectNode classes() {
        var classes = JsonNodeFactory.instance.objectNode();
        documents.forEach((name, collection) -> classes.put(collection, name));
        return classes;
    }

    /** Returns the fields of all classes and of the records in them. */
    SortedMap<String, Map<String, Field>> schemas() {
        return schemas;
    }

    /** Returns the schema of a class, record or enum. */
    JsonNode schema(String name) {
        return api.at("/components/schemas/" + name);
    }

    /** Returns the schema of a field of a class or record. */
    JsonNode property(String schema, String field) {
        return properties(schema).getOrDefault(field, api.path("none"));
    }

    /** Returns the IRI of a class. */
    String classIri(String name) {
        return iri(schema(name), name);
    }

    private static String iri(JsonNode noted, String name) {
        var term = noted.path(TERM).asText();
        if (term.isEmpty()) {
            return VOCABULARY + name;
        }
        var parts = term.split(":", 2);
        var namespace = NAMESPACES.get(parts[0]);
        if (namespace == null) {
            throw new IllegalStateException("No namespace of the term " + term + " is known");
        }
        return namespace + parts[1];
    }

    private void read(String name) {
        if (schemas.containsKey(name)) {
            return;
        }
        var fields = new LinkedHashMap<String, Field>();
        schemas.put(name, fields);
        properties(name).forEach((field, property) -> fields.put(field, field(field, property)));
        fields.values().stream()
                .filter(field -> field.kind() == Kind.RECORD && field.target() != null)
                .forEach(field -> read(field.target()));
    }

    /** Returns the properties of a schema; of a choice those of all alternatives. */
    private Map<String, JsonNode> properties(String name) {
        var properties = new TreeMap<String, JsonNode>();
        for (var part : alternatives(schema(name))) {
            part.path(PROPERTIES).properties().forEach(property -> {
                var known = properties.putIfAbsent(property.getKey(), property.getValue());
                if (known != null && !field("", known).equals(field("", property.getValue()))) {
                    throw new IllegalStateException(name + " has two meanings of " + property.getKey());
                }
            });
        }
        return properties;
    }

    private List<JsonNode> alternatives(JsonNode schema) {
        if (!schema.path("oneOf").isArray()) {
            return List.of(schema);
        }
        var alternatives = new ArrayList<JsonNode>();
        schema.get("oneOf").forEach(choice -> alternatives.add(Documents.resolved(api, choice)));
        return alternatives;
    }

    private Field field(String name, JsonNode property) {
        var iri = iri(property, name);
        if (property.has(STREAM)) {
            var stream = property.get(STREAM).asText();
            var collection = collectionsByStream.get(stream);
            if (collection == null) {
                throw new IllegalStateException("The field " + name + " refers to an unknown stream " + stream);
            }
            return new Field(iri, Kind.DOCUMENT, collection);
        }
        var reference = property.findValue(Documents.REFERENCE);
        var target = reference == null ? property : api.at(reference.asText().substring(1));
        if (target.has("enum")) {
            return new Field(iri, Kind.CONCEPT, reference == null ? null : name(reference.asText()));
        }
        if (target.has(PROPERTIES) || target.has("oneOf")) {
            return new Field(iri, Kind.RECORD, reference == null ? null : name(reference.asText()));
        }
        if (target.path("pattern").equals(schema("PartialDate").path("pattern"))) {
            return new Field(iri, Kind.PARTIAL_DATE, null);
        }
        return switch (target.path("format").asText()) {
            case "date" -> new Field(iri, Kind.DATE, null);
            case "date-time" -> new Field(iri, Kind.DATE_TIME, null);
            default -> new Field(iri, Kind.LITERAL, null);
        };
    }

    private static String name(String reference) {
        return reference.substring(Documents.SCHEMAS.length());
    }
}
