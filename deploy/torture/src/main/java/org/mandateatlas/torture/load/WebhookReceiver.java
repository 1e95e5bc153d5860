package org.mandateatlas.torture.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;

/** A receiver of webhooks with a subscription to all changes from the beginning. */
public final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACCEPTED = 204;
    private static final int CREATED = 201;
    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 300;

    private final Consumer consumer;
    private final HttpServer server;

    /** Starts to listen. */
    public WebhookReceiver(Consumer consumer) {
        this.consumer = consumer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    /** Subscribes to all changes. */
    public void subscribe(GatewayClient api) throws InterruptedException {
        var body = "{\"url\": \"http://127.0.0.1:%d/\", \"after\": \"\"}"
                .formatted(server.getAddress().getPort());
        for (var i = 0; i < ATTEMPTS; i++) {
            var response = api.write(
                    api.gateways().getFirst(),
                    "POST",
                    "/v1/subscriptions",
                    Map.of("Content-Type", "application/json"),
                    body);
            if (response.status() == CREATED) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("the subscription cannot be created");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            consumer.receive(JSON.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(ACCEPTED, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
