package org.mandateatlas.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class UpstreamDownTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @ConfigProperty(name = "atlas.upstreams.absent-service.url")
    @SuppressWarnings("NullAway.Init")
    URI absent;

    @Test
    void anOwnerThatIsDownIsUnavailableUntilItIsUpAgain() {
        unavailable();
        try (var started = UpstreamServer.start(absent.getPort())) {
            given().when().get("/v1/absences").then().statusCode(200);
        }
        unavailable();
        try (var startedAgain = UpstreamServer.start(absent.getPort())) {
            given().when().get("/v1/absences").then().statusCode(200);
        }
    }

    @Test
    void anOwnerThatDoesNotAnswerIsGivenUp() {
        var answered = new CountDownLatch(1);
        owner.at("/v1/mandates/slow", exchange -> await(answered));
        given().when()
                .get("/v1/mandates/slow")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/service-timeout"))
                .body("status", equalTo(504));
        answered.countDown();
    }

    @Test
    void aReadThatMeetsADyingConnectionIsTriedOnceMore() throws IOException {
        try (var dying = new DyingOwner(1)) {
            given().when().get("/v1/absences").then().statusCode(200).body(equalTo("alive"));
            assertEquals(2, dying.asked.get());
        }
    }

    @Test
    void aReadIsTriedNoMoreThanTwice() throws IOException {
        try (var dying = new DyingOwner(9)) {
            given().when().get("/v1/absences").then().statusCode(503);
            assertEquals(2, dying.asked.get());
        }
    }

    @Test
    void aWriteIsNeverSentTwice() {
        var asked = new AtomicInteger();
        owner.at("/v1/mandates/dying", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        given().when().get("/v1/mandates/dying").then().statusCode(503);
        assertEquals(2, asked.get());
        given().header("Authorization", "Bearer " + tokens.of("curator"))
                .when()
                .delete("/v1/mandates/dying")
                .then()
                .statusCode(503);
        assertEquals(3, asked.get());
    }

    @Test
    void anAnswerThatBreaksOffIsNotMadeToLookWhole() throws IOException {
        owner.at("/v1/mandates/broken", exchange -> {
            exchange.sendResponseHeaders(200, 8);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("broken on purpose");
        });
        try (var client = new RawClient()) {
            String answer = client.head("GET /v1/mandates/broken HTTP/1.1", "Host: atlas.example")
                    .readAll();
            assertTrue(answer.contains("ontent-length: 8"), answer);
            assertTrue(answer.endsWith("half"), answer);
        }
    }

    @Test
    void aRequestThatTheClientGivesUpIsGivenUpAtTheOwner() throws Exception {
        var asked = new CountDownLatch(1);
        var noticed = new CountDownLatch(1);
        owner.at("/v1/mandates/given-up", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            asked.countDown();
            assertThrows(IOException.class, () -> {
                while (true) {
                    exchange.getResponseBody().write(new byte[65_536]);
                }
            });
            noticed.countDown();
        });
        try (var client = new RawClient()) {
            client.head("GET /v1/mandates/given-up HTTP/1.1", "Host: atlas.example");
            assertTrue(asked.await(5, TimeUnit.SECONDS));
        }
        assertTrue(noticed.await(5, TimeUnit.SECONDS));
    }

    private static void unavailable() {
        given().when()
                .get("/v1/absences")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/service-unavailable"))
                .body("status", equalTo(503));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An owner that closes the connection on its first requests instead of answering. */
    private final class DyingOwner implements AutoCloseable {

        private final AtomicInteger asked = new AtomicInteger();
        private final ServerSocket server = new ServerSocket(absent.getPort(), 50, InetAddress.getLoopbackAddress());

        private final Thread thread;

        DyingOwner(int deaths) throws IOException {
            thread = Thread.ofPlatform().start(() -> serve(deaths));
        }

        private void serve(int deaths) {
            while (!server.isClosed()) {
                try (var connection = server.accept()) {
                    var lines = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                    while (!lines.readLine().isEmpty()) {}
                    if (asked.incrementAndGet() > deaths) {
                        connection
                                .getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nalive"
                                        .getBytes(StandardCharsets.UTF_8));
                    }
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
