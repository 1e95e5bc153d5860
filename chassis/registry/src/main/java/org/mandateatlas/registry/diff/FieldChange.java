package org.mandateatlas.registry.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place at which a document differs. Each item of a list is a place: new and changed items have their index after, removed items
 * their index before.
 *
 * @param pointer JSON pointer of the place
 * @param before the value before; null for none
 * @param after the value after; null for none
 */
@Schema(name = "FieldChange", description = "A place of a document that differs. In a list each item is a place.")
public record FieldChange(
        @Schema(description = "The place, as a JSON pointer.", examples = "/unStatus/0")
        String pointer,

        @Schema(implementation = Object.class, description = "Its value before; null for none.")
        JsonNode before,

        @Schema(implementation = Object.class, description = "Its value after; null for none.")
        JsonNode after) {

    static FieldChange removed(String pointer, JsonNode before) {
        return new FieldChange(pointer, before, NullNode.getInstance());
    }

    static FieldChange added(String pointer, JsonNode after) {
        return new FieldChange(pointer, NullNode.getInstance(), after);
    }
}
