package org.mandateatlas.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole response of status 200, and the versions that it depends on. */
public final class CacheEntry {

    /** Approximate size of an entry without its texts, in bytes. */
    private static final int OVERHEAD = 512;

    private static final int OVERHEAD_OF_HEADER = 64;

    /** Names and values in turn, in the form that is written to the connection. */
    private final List<CharSequence> headers;

    private final Buffer body;
    private final DependencyVersions versions;
    private final @Nullable String tag;

    /** Creates an entry; its body is shared from then on, and is not to be changed. */
    public CacheEntry(MultiMap headers, Buffer body, DependencyVersions versions) {
        this.headers = headers.entries().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .map(HttpHeaders::createOptimized)
                .toList();
        this.body = body;
        this.versions = versions;
        this.tag = headers.get(HttpHeaders.ETAG);
    }

    /** Returns whether the response reflects everything that is known. */
    public boolean isCurrent() {
        return versions.hold();
    }

    /** Adds the headers to others. */
    public void addHeadersTo(MultiMap others) {
        for (int i = 0; i < headers.size(); i += 2) {
            others.add(headers.get(i), headers.get(i + 1));
        }
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
        for (int i = 0; i < headers.size(); i += 2) {
            size += OVERHEAD_OF_HEADER + headers.get(i + 1).length();
        }
        return size;
    }
}
