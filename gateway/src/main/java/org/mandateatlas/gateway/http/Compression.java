package org.mandateatlas.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;

/** Which answers are worth compressing for a client that takes it. */
public final class Compression {

    private static final String STREAM = "text/event-stream";
    private static final Set<String> TEXTUAL = Set.of(
            "application/javascript",
            "application/json",
            "application/x-ndjson",
            "application/xml",
            "application/yaml");

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

    /** A stream of events is text, too, but a compressor would hold each event back until there are more. */
    static boolean isTextual(String type) {
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return TEXTUAL.contains(bare)
                || bare.endsWith("+json")
                || bare.endsWith("+xml")
                || bare.endsWith("+yaml")
                || (bare.startsWith("text/") && !bare.equals(STREAM));
    }
}
