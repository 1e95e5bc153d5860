package org.mandateatlas.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address that a request comes from, which a trusted proxy in front may give in any of the forms that RFC 7239 allows. */
public final class RemoteAddress {

    private static final String UNKNOWN = "unknown";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private RemoteAddress() {}

    /** Returns the address without port and brackets; a name that the proxy made up, or {@code unknown}, where it hides it. */
    public static String of(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        if (address == null) {
            return UNKNOWN;
        }
        String literal = address.hostAddress();
        return literal == null ? given(address.host()) : literal;
    }

    /** What did not come from the network itself is only believed as far as it looks like an address. */
    static String given(@Nullable String host) {
        if (host == null) {
            return UNKNOWN;
        }
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return SANE.matcher(bare).matches() ? bare : UNKNOWN;
    }
}
