package org.mandateatlas.gateway.health;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gives the metrics where most look for them first, too. */
@Singleton
class Metrics {

    private static final int ORDER = 1_000;

    void register(@Observes Router router) {
        router.get("/metrics").order(ORDER).handler(context -> context.reroute("/q/metrics"));
    }
}
