package org.mandateatlas.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.EarlyProblems;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.edge.PublicAddress;
import org.mandateatlas.edge.RequestHeadLimit;

/** The first handler: sets the request id and common headers, and rejects invalid requests. */
@Singleton
public class EntryHandler {

    private static final String REQUEST_ID = RequestId.class.getName();

    private final Cors crossOrigin;

    EntryHandler(Cors crossOrigin) {
        this.crossOrigin = crossOrigin;
    }

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.EDGE.order()).handler(this::enter);
    }

    /** Returns the id of the request. */
    public static String requestId(RoutingContext context) {
        String known = context.get(REQUEST_ID);
        if (known != null) {
            return known;
        }
        String id = RequestId.from(context.request().headers().get(RequestId.HEADER));
        context.put(REQUEST_ID, id);
        return id;
    }

    /** Sets the headers that every response has, replacing any of the same name. */
    public static void mark(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set(RequestId.HEADER, requestId(context));
        SecurityHeaders.mark(context);
        Cors.mark(headers);
    }

    /** Removes the headers that every response has, so that those of an upstream can be added to a response. */
    public static void unmark(MultiMap headers) {
        headers.remove(RequestId.HEADER);
        SecurityHeaders.remove(headers);
        Cors.remove(headers);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        mark(context);
        ContentCoding.select(context);
        if (!PublicAddress.isValid(request)) {
            ProblemResponse.send(context, ProblemType.BAD_REQUEST, "The Host header is missing or malformed.");
        } else if (ContentCoding.isEncoded(request)) {
            ProblemResponse.send(context, EarlyProblems.encoded());
        } else if (BodyLimit.isExceeded(context)) {
            BodyLimit.refuse(context);
        } else if (Cors.isPreflight(request)) {
            crossOrigin.preflight(context);
        } else if (!RequestHeadLimit.refuses(context)) {
            context.next();
        }
    }
}
