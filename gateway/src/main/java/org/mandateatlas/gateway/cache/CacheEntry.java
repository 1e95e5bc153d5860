package org.mandateatlas.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole response of status 200, and the versions that it depends on. */
public final class CacheEntry {

    /** Approximate size of an entry without its texts, in bytes. */
    private static final int OVERHEAD = 512;

    private static final int OVERHEAD_OF_HEADER = 64;

    private final MultiMap headers;
    private final Buffer body;
    private final DependencyVersions versions;
    private final @Nullable String tag;

    /** Creates an entry; its headers and body are shared from then on, and are not to be changed. */
    public CacheEntry(MultiMap headers, Buffer body, DependencyVersions versions) {
        this.headers = headers;
        this.body = body;
        this.versions = versions;
        this.tag = headers.get(HttpHeaders.ETAG);
    }

    /** Returns whether the response reflects everything that is known. */
    public boolean isCurrent() {
        return versions.hold();
    }

    /** Returns the headers. */
    public MultiMap headers() {
        return headers;
    }

    /** Returns the body. */
    public Buffer body() {
        return body;
    }

    /** Returns the entity tag; null when there is none. */
    public @Nullable String tag() {
        return tag;
    }

    /** Returns the versions that the response depends on. */
    public DependencyVersions versions() {
        return versions;
    }

    int size() {
        int size = OVERHEAD + body.length();
        for (Map.Entry<String, String> header : headers) {
            size += OVERHEAD_OF_HEADER + header.getValue().length();
        }
        return size;
    }
}
