package org.mandateatlas.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/** Decides from status and headers whether a response can be cached. */
final class CachePolicy {

    private static final int OK = 200;

    /** The headers in a key, and one that requests for the cache do not have. */
    private static final Set<String> IN_KEY = Set.of("accept", "accept-datetime", "accept-encoding");

    private CachePolicy() {}

    /**
     * Returns the versions that a response depends on if it can be cached: a public success that states its position and depends on
     * nothing in the request but what a {@link CacheKey} holds. Returns null if it cannot.
     */
    static @Nullable DependencyVersions versions(
            int status, MultiMap headers, PositionSnapshot before, Dependencies dependencies) {
        String position = headers.get(Position.HEADER);
        if (status != OK
                || position == null
                || headers.contains(HttpHeaders.SET_COOKIE)
                || isEncoded(headers)
                || isForbidden(headers)
                || varies(headers)) {
            return null;
        }
        try {
            return before.of(Position.parse(position), dependencies);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isEncoded(MultiMap headers) {
        String encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.contentEquals(HttpHeaders.IDENTITY);
    }

    private static boolean isForbidden(MultiMap headers) {
        for (String control : headers.getAll(HttpHeaders.CACHE_CONTROL)) {
            if (control.contains("no-store") || control.contains("private")) {
                return true;
            }
        }
        return false;
    }

    private static boolean varies(MultiMap headers) {
        for (String vary : headers.getAll(HttpHeaders.VARY)) {
            for (String name : vary.split(",", -1)) {
                if (!IN_KEY.contains(name.strip().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }
}
