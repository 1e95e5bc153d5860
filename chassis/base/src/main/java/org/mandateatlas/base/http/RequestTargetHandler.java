package org.mandateatlas.base.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemResponse;

/** Routes requests whose target has characters that should be percent-encoded as if they were, and rejects invalid requests. */
@Singleton
class RequestTargetHandler {

    private static final int FIRST = -30_000;

    /** After the handlers of the gateway that set common headers. */
    private static final int REJECTION = -9_900;

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(context -> route(router, context));
        router.route().order(REJECTION).handler(RequestTargetHandler::reject);
    }

    private static void reject(RoutingContext context) {
        var problem = InvalidRequests.problem(context.request());
        if (problem == null) {
            context.next();
        } else {
            ProblemResponse.send(context, problem);
        }
    }

    private static void route(Router router, RoutingContext context) {
        var request = (HttpServerRequestInternal) context.request();
        var target = request.uri();
        var encoded = RequestTarget.encode(target);
        if (encoded.equals(target)) {
            context.next();
        } else {
            router.handle(new EncodedRequest(request, encoded));
        }
    }

    /** A request with another target. */
    private static final class EncodedRequest extends HttpServerRequestWrapper {

        private final String uri;
        private final int query;
        private @Nullable MultiMap parameters;

        EncodedRequest(HttpServerRequestInternal request, String uri) {
            super(request);
            this.uri = uri;
            this.query = uri.indexOf('?');
        }

        @Override
        public String uri() {
            return uri;
        }

        @Override
        public String path() {
            return query < 0 ? uri : uri.substring(0, query);
        }

        @Override
        public @Nullable String query() {
            return query < 0 ? null : uri.substring(query + 1);
        }

        @Override
        public String absoluteURI() {
            return scheme() + "://" + authority() + uri;
        }

        @Override
        public MultiMap params(boolean semicolonIsNormalChar) {
            if (parameters == null) {
                var decoded = MultiMap.caseInsensitiveMultiMap();
                new QueryStringDecoder(uri).parameters().forEach(decoded::add);
                parameters = decoded;
            }
            return parameters;
        }
    }
}
