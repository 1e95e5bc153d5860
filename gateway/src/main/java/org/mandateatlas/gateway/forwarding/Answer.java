package org.mandateatlas.gateway.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;

/**
 * What an owner answered to a read, whole.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 */
public record Answer(int status, MultiMap headers, Buffer body) {

    /** Returns the point of the logs that the answer reflects; null when it does not say. */
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
