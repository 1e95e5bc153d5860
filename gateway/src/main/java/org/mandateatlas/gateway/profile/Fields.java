package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.compose.PartialResult;

/** How fields of documents come into a profile; a part that is not there is null, which an empty list is not. */
final class Fields {

    private Fields() {}

    /** Returns a part that is one document; null when it is not there. */
    static JsonNode document(PartialResult composed, String part) {
        return composed.has(part) ? composed.part(part) : NullNode.getInstance();
    }

    /** Returns the documents of a part; null when it is not there. */
    static JsonNode documents(PartialResult composed, String part) {
        return composed.has(part) ? list(composed.items(part)) : NullNode.getInstance();
    }

    /** Returns the parts whose names begin so, in the order of their names. */
    static ArrayNode parts(PartialResult composed, String start) {
        return list(composed.parts().keySet().stream()
                .filter(name -> name.startsWith(start))
                .sorted()
                .map(composed::part)
                .toList());
    }

    static ArrayNode list(List<? extends JsonNode> items) {
        ArrayNode list = Json.array();
        items.forEach(list::add);
        return list;
    }

    /** Returns some fields of a document; those that it has not are null. */
    static ObjectNode only(JsonNode document, String... fields) {
        ObjectNode some = Json.object();
        for (String field : fields) {
            some.set(field, document.hasNonNull(field) ? document.get(field) : NullNode.getInstance());
        }
        return some;
    }

    /** Returns the ids in a field of documents, each once, sorted. */
    static List<String> ids(List<JsonNode> documents, String field) {
        return documents.stream()
                .map(document -> document.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .distinct()
                .sorted()
                .toList();
    }
}
