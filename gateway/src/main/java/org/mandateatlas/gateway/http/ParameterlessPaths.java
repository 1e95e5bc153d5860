package org.mandateatlas.gateway.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.mandateatlas.base.http.QueryParameters;

/** Rejects query parameters of static files, metrics and health checks, which are not resources. */
@Singleton
class ParameterlessPaths {

    private static final String PATHS = "/(docs/.+|[^/]+\\.(css|svg)|metrics|q/.+)";
    private static final QueryParameters NONE = new QueryParameters(Map.of());

    void register(@Observes Router router) {
        router.routeWithRegex(PATHS).order(HandlerOrder.PARAMETERS.order()).handler(ParameterlessPaths::check);
    }

    private static void check(RoutingContext context) {
        var given = context.queryParams();
        given.names().forEach(name -> NONE.check(name, given.getAll(name)));
        context.next();
    }
}
