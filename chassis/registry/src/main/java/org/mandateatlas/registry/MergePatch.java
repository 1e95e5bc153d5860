package org.mandateatlas.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.Json;
import java.io.StringReader;

/** JSON merge patch (RFC 7396). */
final class MergePatch {

    private MergePatch() {}

    /** Returns the document with the patch applied. */
    static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        try (var target = Json.createReader(new StringReader(DocumentJson.write(document)));
                var change = Json.createReader(new StringReader(DocumentJson.write(patch)))) {
            var merged = Json.createMergePatch(change.readValue()).apply(target.readValue());
            return DocumentJson.stored(merged.toString());
        }
    }
}
