package org.mandateatlas.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.mandateatlas.gateway.http.EntryHandler;
import org.mandateatlas.gateway.http.RequestId;

/** The headers of a client's request for the upstream. */
final class ClientHeaders {

    private ClientHeaders() {}

    static void pass(RoutingContext context, MultiMap headers) {
        headers.addAll(context.request().headers());
        headers.remove(HttpHeaders.HOST).remove(HttpHeaders.EXPECT);
        HopByHop.remove(headers);
        ForwardedHeaders.set(headers, context.request());
        headers.set(RequestId.HEADER, EntryHandler.requestId(context));
    }

    /** Copies the headers for a read of the complete, uncompressed response that may be shared. */
    static void passForAll(RoutingContext context, MultiMap headers) {
        pass(context, headers);
        headers.remove(HttpHeaders.IF_NONE_MATCH)
                .remove(HttpHeaders.IF_MODIFIED_SINCE)
                .remove(HttpHeaders.ACCEPT_ENCODING);
    }
}
