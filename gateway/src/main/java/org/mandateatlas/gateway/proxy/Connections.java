package org.mandateatlas.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Connection pools to the upstreams, one per event loop, so that exchanges stay on one thread. */
@Singleton
class Connections {

    private static final int WAITING_PER_CONNECTION = 4;

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final PoolOptions pool;
    private final Queue<HttpClient> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<HttpClient> ofThisThread = ThreadLocal.withInitial(this::open);

    Connections(Vertx vertx, ProxyConfig config) {
        this.vertx = vertx;
        this.options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis());
        this.pool = new PoolOptions()
                .setHttp1MaxSize(config.connections())
                .setMaxWaitQueueSize(config.connections() * WAITING_PER_CONNECTION);
    }

    /** Returns the pool of the current event loop. */
    HttpClient ofThisEventLoop() {
        return ofThisThread.get();
    }

    @PreDestroy
    void close() {
        all.forEach(HttpClient::close);
    }

    private HttpClient open() {
        HttpClient client = vertx.createHttpClient(options, pool);
        all.add(client);
        return client;
    }
}
