package org.mandateatlas.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;

/** subscriptions-service has two addresses: a server that is up, and one that a test may start. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReplicasTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @ConfigProperty(name = "atlas.upstreams.subscriptions-service.url")
    @SuppressWarnings("NullAway.Init")
    List<URI> replicas;

    private final AtomicInteger received = new AtomicInteger();

    @Test
    void requestsGoToTheReplicasThatAreUp() {
        allSucceed();
        try (var second = second()) {
            await(() -> {
                allSucceed();
                return received.get() > 0;
            });
        }
        allSucceed();
    }

    @Test
    void aReplicaThatIsNotReadyReceivesNoRequests() throws InterruptedException {
        try (var second = second()) {
            await(() -> {
                allSucceed();
                return received.get() > 0;
            });
            second.at("/q/health/ready", exchange -> exchange.sendResponseHeaders(503, -1));
            Thread.sleep(2_500);
            int before = received.get();
            allSucceed();
            assertEquals(before, received.get());
        }
    }

    private UpstreamServer second() {
        UpstreamServer second = UpstreamServer.start(replicas.getLast().getPort());
        second.at("/v1/subscriptions", exchange -> {
            received.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
        });
        return second;
    }

    private void allSucceed() {
        for (int i = 0; i < 4; i++) {
            given().header("Authorization", "Bearer " + tokens.of("curator"))
                    .get("/v1/subscriptions")
                    .then()
                    .statusCode(200);
        }
        for (int i = 0; i < 4; i++) {
            given().header("Authorization", "Bearer " + tokens.of("curator"))
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/subscriptions")
                    .then()
                    .statusCode(200);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within " + PATIENCE);
        }
    }
}
