package org.mandateatlas.registry;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** JSON patches (RFC 6902) between the versions of a document. */
final class JsonPatches {

    private JsonPatches() {}

    /** Returns the patch that leads from one text to the other; null stands for no document. */
    static String between(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            var operation = Json.createObjectBuilder()
                    .add("op", before == null ? "add" : "replace")
                    .add("path", "")
                    .add("value", after == null ? jakarta.json.JsonValue.NULL : read(after));
            return Json.createArrayBuilder().add(operation).build().toString();
        }
        return Json.createDiff(read(before), read(after)).toString();
    }

    private static JsonObject read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
