package org.mandateatlas.registry;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;

/** JSON patches (RFC 6902) between the versions of a document. */
final class JsonPatches {

    /** The patch that leaves no document. */
    static final String REMOVAL = "[{\"op\":\"replace\",\"path\":\"\",\"value\":null}]";

    /** Looked up once: {@link jakarta.json.Json} searches the class path in each of its methods. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonPatches() {}

    /** Returns the patch that leads from no document to one. */
    static String addition(String document) {
        return "[{\"op\":\"add\",\"path\":\"\",\"value\":" + document + "}]";
    }

    /** Returns the patch that leads from one object to the other, with line and paragraph separators escaped as in documents. */
    static String between(String before, String after) {
        return JSON.createDiff(read(before), read(after))
                .toString()
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** Returns the patch that leads to the version from the one before, of which the content changes by a patch. */
    static String ofVersion(int version, Instant recordedAt, String content) {
        var operations = content.substring(1, content.length() - 1);
        return "[{\"op\":\"replace\",\"path\":\"/version\",\"value\":" + version
                + "},{\"op\":\"replace\",\"path\":\"/recordedAt\",\"value\":\"" + recordedAt + "\"}"
                + (operations.isEmpty() ? "" : "," + operations) + "]";
    }

    private static JsonObject read(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
