package org.mandateatlas.gateway.cache;

import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/** How the cache handled a read, as the header {@code Cache-Status} (RFC 9211) says it. */
public enum CacheStatus {
    /** Given from memory. */
    HIT("hit"),
    /** Asked of the owner, as nothing was kept. */
    MISS("fwd=uri-miss"),
    /** Asked of the owner, as what was kept was old. */
    STALE("fwd=stale"),
    /** Got together with others who asked the same. */
    COALESCED("fwd=uri-miss; collapsed"),
    /** Asked of the owner past the cache. */
    BYPASS("fwd=bypass");

    /** The name of the header. */
    public static final CharSequence HEADER = HttpHeaders.createOptimized("Cache-Status");

    private final String text;

    CacheStatus(String text) {
        this.text = "atlas; " + text;
    }

    /** Returns the value of the header. */
    public String text() {
        return text;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
