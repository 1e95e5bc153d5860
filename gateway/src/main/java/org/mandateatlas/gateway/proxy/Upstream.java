package org.mandateatlas.gateway.proxy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * A service behind the gateway.
 *
 * @param name the name in the configuration
 * @param host its host
 * @param port its port
 * @param ssl whether TLS is used
 */
public record Upstream(String name, String host, int port, boolean ssl) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    static Upstream at(String name, URI url) {
        if (url.getHost() == null) {
            throw new IllegalArgumentException("atlas.upstreams." + name + ".url is not an address: " + url);
        }
        boolean ssl = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : ssl ? HTTPS_PORT : HTTP_PORT;
        return new Upstream(name, url.getHost(), port, ssl);
    }

    /** Returns request options for the service. */
    public RequestOptions request(HttpMethod method, String uri) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(host)
                .setPort(port)
                .setSsl(ssl)
                .setURI(uri);
    }
}
