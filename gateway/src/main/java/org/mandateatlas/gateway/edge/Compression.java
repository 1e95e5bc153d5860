package org.mandateatlas.gateway.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Which answers are worth compressing for a client that takes it. */
public final class Compression {

    private static final List<String> TEXTUAL = List.of(
            "application/json",
            "application/problem+json",
            "application/x-ndjson",
            "application/yaml",
            "text/csv",
            "text/html",
            "text/plain");

    private Compression() {}

    /** Lifts the {@code identity} that keeps the server from compressing, if the answer is text that is not yet compressed. */
    public static void allow(MultiMap headers) {
        String encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.contentEquals(HttpHeaders.IDENTITY)) {
            return;
        }
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && isTextual(type)) {
            headers.remove(HttpHeaders.CONTENT_ENCODING);
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private static boolean isTextual(String type) {
        for (String textual : TEXTUAL) {
            if (type.startsWith(textual)) {
                return true;
            }
        }
        return false;
    }
}
