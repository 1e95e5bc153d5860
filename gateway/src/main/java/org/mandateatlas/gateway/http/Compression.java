package org.mandateatlas.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;

/** Selects responses to compress. */
public final class Compression {

    private static final String STREAM = "text/event-stream";
    private static final Set<String> TEXTUAL = Set.of(
            "application/javascript",
            "application/json",
            "application/x-ndjson",
            "application/xml",
            "application/yaml");

    private Compression() {}

    /** Enables compression if the response is uncompressed text. */
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

    /** Event streams are not compressed, because a compressor would delay events. */
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
