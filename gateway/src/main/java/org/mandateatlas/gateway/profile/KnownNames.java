package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.PartialResult;
import org.mandateatlas.gateway.compose.SubRequest;

/** What the documents of a profile refer to by id, and what that is called as far as it is known. */
final class KnownNames {

    private static final String INSTITUTIONS = "institutions";
    private static final String FUNCTIONS = "functions";
    private static final String INSTRUMENTS = "instruments";
    private static final String SOURCES = "sources";

    /** The fields that hold ids, and the collection that these are of. */
    private static final Map<String, String> REFERENCES = Map.of(
            "institution", INSTITUTIONS,
            "by", INSTITUTIONS,
            "leads", INSTITUTIONS,
            "function", FUNCTIONS,
            "functions", FUNCTIONS,
            "instrument", INSTRUMENTS,
            "partOf", INSTRUMENTS,
            "mandate", "mandates",
            "process", "processes",
            "source", SOURCES);

    /** The fields in which what is computed lists documents with their names. */
    private static final Map<String, String> NAMING =
            Map.of(FUNCTIONS, FUNCTIONS, "setAside", FUNCTIONS, "mandates", "mandates", "processes", "processes");

    /** The operation whose ends are institutions, where those of everything else are dates. */
    private static final String TRANSFER = "transfer-mandates";

    /** The operation that names an institution which only a reform would bring. */
    private static final String CREATION = "create-institution";

    private static final Set<String> NAMED_BY_TITLE = Set.of(INSTRUMENTS, "mandates", SOURCES);

    private final SortedMap<String, SortedSet<String>> referred = new TreeMap<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    private KnownNames() {
        REFERENCES.values().forEach(collection -> referred.computeIfAbsent(collection, none -> new TreeSet<>()));
    }

    /** Reads references and names out of the parts that a profile is composed of. */
    static KnownNames of(List<SubRequest> parts, PartialResult composed) {
        var known = new KnownNames();
        for (SubRequest part : parts) {
            JsonNode answer = composed.part(part.name());
            known.scan(answer);
            known.learn(part.collection(), answer);
            answer.path("items").forEach(document -> known.learn(part.collection(), document));
        }
        return known;
    }

    /** Returns the field, or the fields, that name a document of the collection. */
    static String fields(String collection) {
        return NAMED_BY_TITLE.contains(collection) ? "id,title" : "id,name";
    }

    /** Returns the ids that are referred to and not named, by collection. */
    SortedMap<String, SortedSet<String>> unnamed() {
        var unnamed = new TreeMap<String, SortedSet<String>>();
        referred.forEach((collection, ids) -> {
            var missing = new TreeSet<>(ids);
            missing.removeAll(names.getOrDefault(collection, Map.of()).keySet());
            if (!missing.isEmpty()) {
                unnamed.put(collection, missing);
            }
        });
        return unnamed;
    }

    /** Takes the name from a document of a collection. */
    void learn(String collection, JsonNode document) {
        String field = NAMED_BY_TITLE.contains(collection) ? "title" : "name";
        learn(collection, document.path("id"), document.path(field));
    }

    private void learn(String collection, JsonNode id, JsonNode name) {
        if (id.isTextual() && name.isTextual()) {
            names.computeIfAbsent(collection, none -> new HashMap<>()).putIfAbsent(id.textValue(), name.textValue());
        }
    }

    /** Returns the name of a document; null when it is not known. */
    @Nullable String of(String collection, String id) {
        return names.getOrDefault(collection, Map.of()).get(id);
    }

    /** Returns an id with its name. */
    ObjectNode reference(String collection, String id) {
        return Json.object().put("id", id).put("name", of(collection, id));
    }

    /** Returns the names of all that is referred to, by collection; null is one that is not known. */
    ObjectNode json() {
        ObjectNode json = Json.object();
        referred.forEach((collection, ids) -> {
            ObjectNode ofCollection = json.putObject(collection);
            ids.forEach(id -> ofCollection.put(id, of(collection, id)));
        });
        return json;
    }

    private void scan(JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String collection = REFERENCES.get(field.getKey());
            if (collection != null) {
                refer(collection, field.getValue());
            }
            String named = NAMING.get(field.getKey());
            if (named != null) {
                field.getValue().forEach(document -> learn(named, document));
            }
            scan(field.getValue());
        }
        switch (node.path("type").asText()) {
            case TRANSFER -> {
                refer(INSTITUTIONS, node.path("from"));
                refer(INSTITUTIONS, node.path("to"));
            }
            case CREATION -> learn(INSTITUTIONS, node.path("institution"), node.path("name"));
            default -> {
                // nothing else has references of its own
            }
        }
        if (node.isArray()) {
            node.forEach(this::scan);
        }
    }

    private void refer(String collection, JsonNode value) {
        SortedSet<String> ids = referred.get(collection);
        if (ids != null && value.isTextual() && Slug.is(value.textValue())) {
            ids.add(value.textValue());
        } else if (value.isArray()) {
            value.forEach(item -> refer(collection, item));
        }
    }
}
