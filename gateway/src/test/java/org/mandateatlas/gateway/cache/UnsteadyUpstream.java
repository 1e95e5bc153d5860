package org.mandateatlas.gateway.cache;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.UpstreamServer;

/** An owner of meetings that is slow by chance, breaks connections by chance, and may write what it does not answer. */
final class UnsteadyUpstream {

    static final String COLLECTION = "/v1/meetings";

    private final SmallRegistry registry;

    UnsteadyUpstream(SmallRegistry registry) {
        this.registry = registry;
    }

    void serve(UpstreamServer server, Iterable<String> documents) {
        server.at(COLLECTION, exchange -> read(exchange, null));
        for (String id : documents) {
            server.at(COLLECTION + '/' + id, exchange -> {
                if (exchange.getRequestMethod().equals("PUT")) {
                    write(exchange, id);
                } else {
                    read(exchange, id);
                }
            });
        }
    }

    private void read(HttpExchange exchange, @Nullable String id) throws IOException {
        int chance = chance();
        if (chance < 2) {
            throw new IOException("broken by chance");
        }
        pause(chance < 20 ? 8 : 0);
        SmallRegistry.State state = registry.state(id);
        pause(chance >= 80 ? 8 : 0);
        state.answer(exchange, chance != 50);
    }

    private void write(HttpExchange exchange, String id) throws IOException {
        exchange.getRequestBody().readAllBytes();
        int chance = chance();
        if (chance < 65) {
            SmallRegistry.State written = registry.change(id);
            pause(5);
            written.answer(exchange, true);
        } else if (chance < 75) {
            registry.change(id);
            throw new IOException("written, and not answered");
        } else if (chance < 85) {
            Thread.ofVirtual().start(() -> {
                pause(40);
                registry.change(id);
            });
            throw new IOException("written later, and not answered");
        } else if (chance < 90) {
            exchange.sendResponseHeaders(500, -1);
        } else if (chance < 95) {
            registry.change(id);
            exchange.sendResponseHeaders(500, -1);
        } else {
            pause(60);
            registry.change(id).answer(exchange, true);
        }
    }

    static int chance() {
        return ThreadLocalRandom.current().nextInt(100);
    }

    static void pause(int mostMillis) {
        try {
            if (mostMillis > 0) {
                TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(mostMillis * 1000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
