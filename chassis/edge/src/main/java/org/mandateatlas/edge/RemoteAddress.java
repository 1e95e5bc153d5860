package org.mandateatlas.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of the client of a request, which a trusted proxy may provide in any form of RFC 7239. */
public final class RemoteAddress {

    private static final String UNKNOWN = "unknown";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private RemoteAddress() {}

    /** Returns the address without port and brackets, or an obfuscated name or {@code unknown} from the proxy. */
    public static String of(HttpServerRequest request) {
        var client = LoopbackRequests.client(request.headers());
        if (client != null) {
            return client;
        }
        SocketAddress address = request.remoteAddress();
        if (address == null) {
            return UNKNOWN;
        }
        String literal = address.hostAddress();
        return literal == null ? given(address.host()) : literal;
    }

    /** Forwarded values are accepted only if they look like an address. */
    static String given(@Nullable String host) {
        if (host == null) {
            return UNKNOWN;
        }
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return SANE.matcher(bare).matches() ? bare : UNKNOWN;
    }
}
