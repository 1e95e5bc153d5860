package org.mandateatlas.mcp;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.edge.RemoteAddress;

/**
 * The client of a tool call, for which the API is read.
 *
 * @param address the client's address
 * @param authorization the client's token; null for none
 * @param requestId the id of the request
 * @param origin the public scheme and authority of the gateway
 * @param host the public authority of the gateway
 * @param gateway the address at which the client has reached the gateway
 */
record ToolClient(
        String address,
        @Nullable String authorization,
        String requestId,
        String origin,
        String host,
        SocketAddress gateway) {

    private static final String KEY = ToolClient.class.getName();
    private static final String REQUEST_ID = "X-Request-Id";

    /** Returns the client of a request. */
    static ToolClient of(RoutingContext context) {
        ToolClient known = context.get(KEY);
        return known == null ? read(context) : known;
    }

    /** Keeps the client, before headers are removed. */
    static void remember(RoutingContext context) {
        context.put(KEY, read(context));
    }

    private static ToolClient read(RoutingContext context) {
        HttpServerRequest request = context.request();
        var authority = request.authority();
        var host = authority == null ? "localhost:" + request.localAddress().port() : authority.toString();
        return new ToolClient(
                RemoteAddress.of(request),
                request.getHeader(HttpHeaders.AUTHORIZATION),
                Objects.requireNonNullElse(context.response().headers().get(REQUEST_ID), ""),
                request.scheme() + "://" + host,
                host,
                request.localAddress());
    }
}
