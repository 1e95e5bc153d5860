package org.mandateatlas.gateway.forwarding;

import io.vertx.core.Context;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.gateway.edge.BodyLimit;

/** Sends each request below {@code /v1} to the owner of its collection. */
@Singleton
class Forwarding {

    private static final int AFTER_ACCESS = 100;
    private final Owners owners;
    private final ForwardingConfig config;
    private final BodyLimit bodyLimit;
    private final Connections connections;

    Forwarding(Owners owners, ForwardingConfig config, BodyLimit bodyLimit, Connections connections) {
        this.owners = owners;
        this.config = config;
        this.bodyLimit = bodyLimit;
        this.connections = connections;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(AFTER_ACCESS).handler(this::forward);
    }

    private void forward(RoutingContext context) {
        String path = context.normalizedPath();
        Owner owner = path.length() > "/v1/".length() ? owners.ofPath(path) : null;
        if (owner == null) {
            context.next();
        } else {
            var exchange = new Exchange(context, connections, config, bodyLimit, owner);
            if (Context.isOnEventLoopThread()) {
                exchange.begin();
            } else {
                context.vertx().runOnContext(back -> exchange.begin());
            }
        }
    }
}
