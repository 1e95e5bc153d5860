package org.mandateatlas.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.Json;

/** The class of the documents of each collection in the JSON-LD context. */
final class DocumentClasses {

    private static final JsonNode CLASSES = read();

    private DocumentClasses() {}

    /** Returns the class of a collection's documents; null if there is no such collection. */
    static @Nullable String of(String collection) {
        return CLASSES.path(collection).textValue();
    }

    private static JsonNode read() {
        try (var in = DocumentClasses.class.getResourceAsStream("/classes.json")) {
            return Json.tree(Buffer.buffer(Objects.requireNonNull(in).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
