package org.mandateatlas.edge;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a gateway sends to itself for a client. They name the address of the client, so that its limits apply, and carry a
 * secret of the process, so that no client can name another address.
 */
public final class LoopbackRequests {

    /** The header of such requests, which is not forwarded. */
    public static final CharSequence HEADER = AsciiString.cached("Atlas-Loopback");

    private static final int SECRET_BYTES = 16;
    private static final String PREFIX = secret() + ' ';

    private LoopbackRequests() {}

    /** Names the client of a request to this process. */
    public static void sign(MultiMap headers, String client) {
        headers.set(HEADER, PREFIX + client);
    }

    /** Returns the address of the client; null if the request was not sent by this process. */
    static @Nullable String client(MultiMap headers) {
        var given = headers.get(HEADER);
        return given != null && isSigned(given) ? given.substring(PREFIX.length()) : null;
    }

    private static boolean isSigned(String given) {
        return given.length() > PREFIX.length()
                && MessageDigest.isEqual(bytes(given.substring(0, PREFIX.length())), bytes(PREFIX));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String secret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
