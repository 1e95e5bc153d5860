package org.mandateatlas.base.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Hides {@code Accept} from the selection of a resource method, which compares media types by case and fails on empty list elements.
 * {@link AcceptFilter} negotiates once the method is known.
 */
@Singleton
class AcceptHandler {

    /** After the handlers that forward requests, before the resources. */
    private static final int BEFORE_RESOURCES = 500;

    private static final String ACCEPT = AcceptHandler.class.getName();

    void register(@Observes Router router) {
        router.route().order(BEFORE_RESOURCES).handler(AcceptHandler::hide);
    }

    private static void hide(RoutingContext context) {
        var headers = context.request().headers();
        var given = headers.getAll(HttpHeaders.ACCEPT);
        if (!given.isEmpty()) {
            context.put(ACCEPT, String.join(",", given));
            headers.set(HttpHeaders.ACCEPT, "*/*");
        }
        context.next();
    }

    /** Returns the header that the client sent; null for none. */
    static @Nullable String accept(RoutingContext context) {
        return context.get(ACCEPT);
    }
}
