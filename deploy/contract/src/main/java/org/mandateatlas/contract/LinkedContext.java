package org.mandateatlas.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mandateatlas.contract.LinkedModel.Field;
import org.mandateatlas.contract.LinkedModel.Kind;

/**
 * The JSON-LD context of the documents. Fields that mean the same everywhere are terms of the context itself; all others are terms of the
 * scoped contexts of their classes and of the fields that hold them.
 */
final class LinkedContext {

    private static final String ID = "@id";
    private static final String TYPE = "@type";
    private static final String CONTEXT = "@context";
    private static final String VOCAB = "@vocab";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /** Extended Date/Time Format, as named by the Library of Congress. */
    private static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";

    private final LinkedModel model;
    private final Set<String> shared;

    private LinkedContext(LinkedModel model) {
        this.model = model;
        this.shared = shared(model);
    }

    /** Returns the document with the context; its IRIs begin with {@link LinkedModel#BASE}. */
    static ObjectNode of(LinkedModel model) {
        return new LinkedContext(model).document();
    }

    /** Returns the fields that mean the same in all classes and records. */
    private static Set<String> shared(LinkedModel model) {
        var meanings = new HashMap<String, Set<Field>>();
        model.schemas()
                .values()
                .forEach(fields -> fields.forEach((name, field) ->
                        meanings.computeIfAbsent(name, none -> new HashSet<>()).add(field)));
        meanings.values().removeIf(fields -> fields.size() > 1);
        return meanings.keySet();
    }

    private ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode();
        var context = document.putObject(CONTEXT);
        context.put("@version", 1.1);
        context.put(VOCAB, LinkedModel.VOCABULARY);
        context.putObject("sameAs")
                .put(ID, "http://www.w3.org/2002/07/owl#sameAs")
                .put(TYPE, ID);
        context.putObject("specializationOf")
                .put(ID, "http://www.w3.org/ns/prov#specializationOf")
                .put(TYPE, ID);
        var names = new ArrayList<>(shared);
        names.sort(null);
        var all = new HashMap<String, Field>();
        model.schemas().values().forEach(all::putAll);
        names.forEach(name -> add(context, name, Objects.requireNonNull(all.get(name))));
        for (var name : model.documents().keySet()) {
            var type = context.putObject(name).put(ID, model.classIri(name));
            scope(type, name);
        }
        return document;
    }

    /** Adds the scoped context of a class or record, unless all of its fields are shared. */
    private void scope(ObjectNode definition, String schema) {
        var scoped = definition.objectNode();
        Map<String, Field> fields = Objects.requireNonNull(model.schemas().get(schema), schema);
        List.copyOf(fields.keySet()).stream()
                .sorted()
                .filter(name -> !shared.contains(name))
                .forEach(name -> scoped.set(name, definition(Objects.requireNonNull(fields.get(name)))));
        if (!scoped.isEmpty()) {
            definition.set(CONTEXT, scoped);
        }
    }

    /** A term of the project's vocabulary for literals needs no definition. */
    private void add(ObjectNode context, String name, Field field) {
        if (field.kind() != Kind.LITERAL || !field.iri().startsWith(LinkedModel.VOCABULARY)) {
            context.set(name, definition(field));
        }
    }

    private ObjectNode definition(Field field) {
        var definition = JsonNodeFactory.instance.objectNode().put(ID, field.iri());
        switch (field.kind()) {
            case LITERAL -> {
                // as it is
            }
            case DATE -> definition.put(TYPE, XSD + "date");
            case DATE_TIME -> definition.put(TYPE, XSD + "dateTime");
            case PARTIAL_DATE -> definition.put(TYPE, EDTF);
            case DOCUMENT -> named(definition, LinkedModel.BASE + "/id/" + field.target() + "/");
            case CONCEPT -> named(definition, LinkedVocabulary.concepts(Objects.requireNonNull(field.target())));
            case RECORD -> scope(definition, Objects.requireNonNull(field.target()));
        }
        return definition;
    }

    /** The values are the ends of IRIs. */
    private static void named(ObjectNode definition, String namespace) {
        definition.put(TYPE, VOCAB).putObject(CONTEXT).put(VOCAB, namespace);
    }
}
