package org.mandateatlas.linkeddata;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Consumer;
import org.mandateatlas.base.http.IfNoneMatch;
import org.mandateatlas.base.http.QueryParameters;
import org.mandateatlas.base.problem.Problem;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemResponse;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.text.Sha256;

/** What the routes of this module have in common. */
final class LinkedData {

    /** JSON-LD 1.1. */
    static final String JSON_LD = "application/ld+json";

    private static final int AFTER_CHECKS_BEFORE_RESOURCES = 150;
    private static final int TAG_BYTES = 12;
    private static final int NOT_MODIFIED = 304;

    private LinkedData() {}

    /** Handles reads of a route; problems are sent as such. */
    static void handle(Route route, Consumer<RoutingContext> handler) {
        route.method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(AFTER_CHECKS_BEFORE_RESOURCES)
                .handler(context -> {
                    try {
                        handler.accept(context);
                    } catch (ProblemException problem) {
                        ProblemResponse.send(context, problem);
                    }
                });
    }

    /** Handles reads of a path without parameters. */
    static void handle(Router router, String path, Consumer<RoutingContext> handler) {
        handle(router.route(path), context -> {
            check(context, new QueryParameters(Map.of()));
            handler.accept(context);
        });
    }

    /** Rejects parameters that are not declared. */
    static void check(RoutingContext context, QueryParameters declared) {
        var given = context.queryParams();
        given.names().forEach(name -> declared.check(name, given.getAll(name)));
    }

    /** Sends a text, or 304 to a client that has it. */
    static void send(RoutingContext context, String type, String cacheControl, String text) {
        var body = Buffer.buffer(text);
        var tag = '"' + Sha256.hex(Sha256.of(text), TAG_BYTES) + '"';
        var headers = context.response().headers();
        headers.set(HttpHeaders.CACHE_CONTROL, cacheControl);
        headers.set(HttpHeaders.ETAG, tag);
        if (IfNoneMatch.isMetBy(context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), tag)) {
            context.response().setStatusCode(NOT_MODIFIED).end();
        } else {
            headers.set(HttpHeaders.CONTENT_TYPE, type);
            context.end(body);
        }
    }

    /** Responds with 404. */
    static void absent(RoutingContext context) {
        ProblemResponse.send(
                context,
                Problem.of(ProblemType.NOT_FOUND, "Nothing is registered at " + context.normalizedPath() + "."));
    }
}
