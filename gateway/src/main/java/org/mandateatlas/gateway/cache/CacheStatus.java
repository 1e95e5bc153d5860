package org.mandateatlas.gateway.cache;

import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/** The result of a cache lookup: the value of {@code Cache-Status} (RFC 9211). */
public enum CacheStatus {
    /** Served from memory. */
    HIT("hit"),
    /** Fetched, as there was no entry. */
    MISS("fwd=uri-miss"),
    /** Fetched, as the entry was stale. */
    STALE("fwd=stale"),
    /** Fetched once for several requests. */
    COALESCED("fwd=uri-miss; collapsed"),
    /** Fetched without the cache. */
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
