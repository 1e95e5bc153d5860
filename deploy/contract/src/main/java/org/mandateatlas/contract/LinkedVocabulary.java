package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mandateatlas.contract.LinkedModel.Field;
import org.mandateatlas.contract.LinkedModel.Kind;

/** The project's vocabulary: classes and properties without a published term, and each enum as a SKOS concept scheme. */
final class LinkedVocabulary {

    private static final String ID = "@id";
    private static final String TYPE = "@type";

    private final LinkedModel model;
    private final ArrayNode graph;

    private LinkedVocabulary(LinkedModel model, ArrayNode graph) {
        this.model = model;
        this.graph = graph;
    }

    /** Returns the vocabulary as JSON-LD; its IRIs begin with {@link LinkedModel#BASE}. */
    static ObjectNode of(LinkedModel model) {
        var document = JsonNodeFactory.instance.objectNode();
        var context = document.putObject("@context");
        context.put("owl", "http://www.w3.org/2002/07/owl#");
        context.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        context.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        context.put("skos", "http://www.w3.org/2004/02/skos/core#");
        var vocabulary = new LinkedVocabulary(model, document.putArray("@graph"));
        vocabulary.addItself();
        vocabulary.addClasses();
        vocabulary.addProperties();
        vocabulary.addConcepts();
        return document;
    }

    /** Returns the beginning of the IRIs of an enum's concepts. */
    static String concepts(String schema) {
        return LinkedModel.VOCABULARY + schema + "-";
    }

    private void addItself() {
        add(LinkedModel.BASE + "/vocabulary", "owl:Ontology")
                .put("rdfs:label", "Vocabulary of Mandate Atlas")
                .put("rdfs:comment", "Terms of the registry for which no published vocabulary has one.");
    }

    private void addClasses() {
        for (var name : model.documents().keySet()) {
            var iri = model.classIri(name);
            if (iri.startsWith(LinkedModel.VOCABULARY)) {
                describe(add(iri, "rdfs:Class"), name, model.schema(name));
            }
        }
    }

    private void addProperties() {
        var descriptions = new TreeMap<String, TreeSet<String>>();
        model.schemas()
                .forEach((schema, fields) -> fields.forEach((name, field) -> {
                    if (field.iri().startsWith(LinkedModel.VOCABULARY)) {
                        var text = firstLine(model.property(schema, name));
                        var texts = descriptions.computeIfAbsent(name, none -> new TreeSet<>());
                        if (!text.isEmpty()) {
                            texts.add(text);
                        }
                    }
                }));
        descriptions.forEach((name, texts) -> {
            var property = add(LinkedModel.VOCABULARY + name, "rdf:Property").put("rdfs:label", name);
            texts.forEach(property.putArray("rdfs:comment")::add);
        });
    }

    private void addConcepts() {
        var schemes = new TreeSet<String>();
        model.schemas().values().stream()
                .flatMap(fields -> fields.values().stream())
                .filter(field -> field.kind() == Kind.CONCEPT)
                .map(Field::target)
                .forEach(schemes::add);
        for (var name : schemes) {
            var schema = model.schema(name);
            var scheme = LinkedModel.VOCABULARY + name;
            describe(add(scheme, "skos:ConceptScheme"), name, schema);
            for (var i = 0; i < schema.path("enum").size(); i++) {
                var value = schema.path("enum").get(i).asText();
                var concept = add(concepts(name) + value, "skos:Concept")
                        .put("skos:prefLabel", value.replace('-', ' '))
                        .put("skos:notation", value);
                concept.putObject("skos:inScheme").put(ID, scheme);
                var meaning = schema.path("x-enum-descriptions").path(i).asText();
                if (!meaning.isEmpty()) {
                    concept.put("skos:definition", meaning);
                }
            }
        }
    }

    private static void describe(ObjectNode term, String label, JsonNode schema) {
        term.put("rdfs:label", label).put("rdfs:comment", firstLine(schema));
    }

    /** The values of an enum follow the first line of its description. */
    private static String firstLine(JsonNode schema) {
        return schema.path("description").asText().lines().findFirst().orElse("");
    }

    private ObjectNode add(String iri, String type) {
        return graph.addObject().put(ID, iri).put(TYPE, type);
    }
}
