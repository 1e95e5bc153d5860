package org.mandateatlas.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/** Which answers can be kept, judged by their heads. */
final class CachePolicy {

    private static final int OK = 200;
    private static final Set<String> ASKED_FOR = Set.of("accept", "accept-encoding");

    private CachePolicy() {}

    /**
     * Returns what an answer rests on, if it can be kept at all: a success that anybody may see, that says how far it reflects the
     * streams, and that depends on nothing in the request but what a {@link CacheKey} holds.
     */
    static @Nullable DependencyVersions grounds(
            int status, MultiMap headers, PositionSnapshot outset, Dependencies basis) {
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
            return outset.of(Position.parse(position), basis);
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
                if (!ASKED_FOR.contains(name.strip().toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }
}
