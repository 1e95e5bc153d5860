package org.mandateatlas.gateway.subscription;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.http.Compression;
import org.mandateatlas.gateway.http.HandlerOrder;
import org.mandateatlas.gateway.rest.Representation;
import org.mandateatlas.gateway.security.Methods;

/** What an address of subscriptions does with each method, and how it answers. */
public final class Answering {

    private static final int UNAVAILABLE = 503;
    private static final String TWO_SECONDS = "2";

    private final Map<HttpMethod, Handler<RoutingContext>> methods = new LinkedHashMap<>();

    /** Says what is done with a method; with HEAD the same is done as with GET. */
    public Answering on(HttpMethod method, Handler<RoutingContext> handler) {
        methods.put(method, handler);
        if (method.equals(HttpMethod.GET)) {
            methods.put(HttpMethod.HEAD, handler);
        }
        return this;
    }

    /** Answers at a path from now on. */
    public void at(Router router, String path) {
        var known = new Methods(methods.keySet());
        router.route(path).order(HandlerOrder.METHODS.order()).handler(known::check);
        methods.forEach((method, handler) -> router.route(method, path)
                .order(HandlerOrder.COMPOSITE_READS.order())
                .handler(handler));
    }

    /** Answers when something is there, or with what went wrong. */
    public static <T extends @Nullable Object> void when(RoutingContext context, Future<T> asked, Consumer<T> answer) {
        asked.onComplete(done -> {
            if (context.response().closed()) {
                return;
            }
            if (done.failed()) {
                fail(context, done.cause());
                return;
            }
            try {
                answer.accept(done.result());
            } catch (RuntimeException e) {
                fail(context, e);
            }
        });
    }

    /** Answers a read with a document that nobody else keeps. */
    public static void read(RoutingContext context, JsonObject document) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        new Representation()
                .as(Representation.JSON, asked -> document.toBuffer())
                .answer(context);
    }

    /** Answers a write with a document that nobody else keeps. */
    public static void written(RoutingContext context, int status, JsonObject document) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, Representation.JSON);
        Compression.allow(context.response().headers());
        context.response().end(document.toBuffer());
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (failure instanceof ProblemException known && known.type().status() == UNAVAILABLE) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, TWO_SECONDS);
        }
        context.fail(failure);
    }
}
