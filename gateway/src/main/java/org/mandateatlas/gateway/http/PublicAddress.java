package org.mandateatlas.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The public address of the gateway, from the request.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host, and the port if it was given
 * @param port the port, given or the default of the scheme
 */
public record PublicAddress(String scheme, String authority, int port) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Returns the address in a request that {@link EntryHandler} has accepted. */
    public static PublicAddress of(HttpServerRequest request) {
        HostAndPort authority = Objects.requireNonNull(request.authority());
        String scheme = Objects.requireNonNull(request.scheme());
        int port = authority.port();
        if (port < 0) {
            return new PublicAddress(scheme, authority.host(), scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
        }
        return new PublicAddress(scheme, authority.host() + ':' + port, port);
    }

    /** The server accepts anything between brackets as an IPv6 address. */
    static boolean isSane(@Nullable HostAndPort authority) {
        if (authority == null || authority.host().isEmpty()) {
            return false;
        }
        String host = authority.host();
        return host.charAt(0) != '['
                || host.chars().skip(1).limit(host.length() - 2L).allMatch(PublicAddress::isOfLiteral);
    }

    private static boolean isOfLiteral(int c) {
        return Character.digit(c, 16) >= 0 || c == ':' || c == '.';
    }

    /** Returns the absolute URL of a path. */
    public String link(String path) {
        return scheme + "://" + authority + path;
    }
}
