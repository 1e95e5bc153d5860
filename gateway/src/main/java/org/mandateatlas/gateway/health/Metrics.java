package org.mandateatlas.gateway.health;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.mandateatlas.gateway.http.HandlerOrder;

/** Serves the metrics at /metrics as well. */
@Singleton
class Metrics {

    void register(@Observes Router router) {
        router.get("/metrics").order(HandlerOrder.METRICS.order()).handler(context -> context.reroute("/q/metrics"));
    }
}
