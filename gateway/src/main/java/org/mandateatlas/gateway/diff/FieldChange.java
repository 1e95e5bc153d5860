package org.mandateatlas.gateway.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mandateatlas.gateway.compose.Json;

/**
 * How a place of a document differs. In a list each item is a place of its own: what is new or changed stands where it stands
 * after, what is gone where it stood before.
 *
 * @param pointer the place, as a JSON pointer
 * @param before what stood there; null for nothing
 * @param after what stands there now; null for nothing
 */
record FieldChange(String pointer, JsonNode before, JsonNode after) {

    static FieldChange gone(String pointer, JsonNode before) {
        return new FieldChange(pointer, before, NullNode.getInstance());
    }

    static FieldChange come(String pointer, JsonNode after) {
        return new FieldChange(pointer, NullNode.getInstance(), after);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("pointer", pointer);
        json.set("before", before);
        json.set("after", after);
        return json;
    }
}
