package org.mandateatlas.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole answer of an owner, status 200, and what it rests on. */
public final class CacheEntry {

    /** What an entry takes besides its texts, about. */
    private static final int OVERHEAD = 512;

    private static final int OVERHEAD_OF_HEADER = 64;

    private final MultiMap headers;
    private final Buffer body;
    private final DependencyVersions grounds;
    private final @Nullable String tag;

    CacheEntry(MultiMap headers, Buffer body, DependencyVersions grounds) {
        this.headers = headers;
        this.body = body;
        this.grounds = grounds;
        this.tag = headers.get(HttpHeaders.ETAG);
    }

    /** Tells whether nothing is known that the answer does not reflect. */
    public boolean isCurrent() {
        return grounds.hold();
    }

    /** Returns the headers that the owner gave, which many share: they are not to be changed. */
    public MultiMap headers() {
        return headers;
    }

    /** Returns the body, which many share: it is not to be changed. */
    public Buffer body() {
        return body;
    }

    /** Returns what identifies the state that the answer shows; null when the owner does not say. */
    public @Nullable String tag() {
        return tag;
    }

    int size() {
        int size = OVERHEAD + body.length();
        for (Map.Entry<String, String> header : headers) {
            size += OVERHEAD_OF_HEADER + header.getValue().length();
        }
        return size;
    }
}
