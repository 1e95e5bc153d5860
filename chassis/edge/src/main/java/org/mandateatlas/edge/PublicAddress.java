package org.mandateatlas.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Objects;

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

    /** Returns the address in a request that the gateway has accepted; that of the connection if it has none. */
    public static PublicAddress of(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String scheme = Objects.requireNonNull(request.scheme());
        if (authority == null) {
            SocketAddress local = request.localAddress();
            return new PublicAddress(scheme, "localhost:" + local.port(), local.port());
        }
        int port = authority.port();
        if (port < 0) {
            return new PublicAddress(scheme, authority.host(), scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
        }
        return new PublicAddress(scheme, authority.host() + ':' + port, port);
    }

    /** Returns whether a request names one valid host, which HTTP/1.0 does not require. */
    public static boolean isValid(HttpServerRequest request) {
        int hosts = request.headers().getAll(HttpHeaders.HOST).size();
        HostAndPort authority = request.authority();
        if (authority == null) {
            return hosts == 0 && request.version() == HttpVersion.HTTP_1_0;
        }
        return hosts <= 1 && isValid(authority.host());
    }

    private static boolean isValid(String host) {
        if (host.startsWith("[")) {
            return host.chars().skip(1).limit(host.length() - 2L).allMatch(PublicAddress::isOfLiteral);
        }
        for (int i = 0; i < host.length(); i++) {
            if (!isOfName(host.charAt(i))) {
                return false;
            }
        }
        return !host.isEmpty();
    }

    private static boolean isOfName(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
    }

    private static boolean isOfLiteral(int c) {
        return Character.digit(c, 16) >= 0 || c == ':' || c == '.';
    }

    /** Returns the absolute URL of a path. */
    public String link(String path) {
        return scheme + "://" + authority + path;
    }
}
