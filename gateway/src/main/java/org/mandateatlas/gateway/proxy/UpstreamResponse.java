package org.mandateatlas.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.gateway.cache.DependencyVersions;

/**
 * The whole response of an upstream to a read.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 * @param versions what the response depends on; null when it cannot be cached
 */
public record UpstreamResponse(
        int status, MultiMap headers, Buffer body, @Nullable DependencyVersions versions) {

    /** Returns the position that the response reflects; null when it states none. */
    public @Nullable Position position() {
        return position(headers);
    }

    static @Nullable Position position(MultiMap headers) {
        String text = headers.get(Position.HEADER);
        try {
            return text == null ? null : Position.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
