package org.mandateatlas.gateway.forwarding;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
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
    private final HttpClient client;

    Forwarding(Owners owners, ForwardingConfig config, BodyLimit bodyLimit, Vertx vertx) {
        this.owners = owners;
        this.config = config;
        this.bodyLimit = bodyLimit;
        var options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setDecompressionSupported(false);
        var pool =
                new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.connections() * 4);
        this.client = vertx.createHttpClient(options, pool);
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(AFTER_ACCESS).handler(this::forward);
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private void forward(RoutingContext context) {
        String path = context.normalizedPath();
        Owner owner = path.length() > "/v1/".length() ? owners.ofPath(path) : null;
        if (owner == null) {
            context.next();
        } else {
            new Exchange(context, client, config, bodyLimit, owner).begin();
        }
    }
}
