package org.mandateatlas.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;

/** Clients that lie about their address, hold connections, or open more than their share of streams. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(HostileClientsTest.Strict.class)
class HostileClientsTest {

    private static final String STREAM = "GET /v1/changes/stream?fromNow=true HTTP/1.1";

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    private final ArrayList<RawClient> clients = new ArrayList<>();

    @AfterEach
    void disconnect() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void forwardingHeadersOfOthersThanTheTrustedProxiesAreIgnored() {
        given().header("X-Forwarded-For", "198.51.100.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=198.51.100.9;host=evil.example;proto=https")
                .when()
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .body("headers.X-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.X-forwarded-host", equalTo("localhost:" + RestAssured.port))
                .body("headers.X-forwarded-proto", equalTo("http"));
    }

    @Test
    void aHeadThatNeverEndsIsClosed() throws Exception {
        var client = connect().send("GET /v1 HTTP/1.1\r\nHost: localhost\r\n");
        assertEquals("", dripUntilClosed(client));
    }

    @Test
    void theNextHeadOfAConnectionHasTheSameTime() throws Exception {
        var client = connect().head("GET /health HTTP/1.1", "Host: localhost");
        client.readTo("\r\n\r\n");
        client.send("GET /health HTTP/1.1\r\nX: ");
        dripUntilClosed(client);
    }

    @Test
    void theBodyOfARejectedRequestDoesNotKeepTheConnection() throws Exception {
        var client = connect()
                .head(
                        "PUT /v1/mandates/endless HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Content-Length: 1000");
        assertTrue(client.readTo("\r\n\r\n").startsWith("HTTP/1.1 401 "));
        dripUntilClosed(client);
    }

    @Test
    void aConnectionThatWaitsBetweenRequestsStaysOpen() throws Exception {
        var client = connect();
        for (int request = 0; request < 2; request++) {
            client.head("HEAD /v1 HTTP/1.1", "Host: localhost");
            assertTrue(client.readTo("\r\n\r\n").startsWith("HTTP/1.1 200 "));
            Thread.sleep(Strict.HEAD_TIMEOUT.multipliedBy(2));
        }
    }

    @Test
    void aStreamOutlivesTheTimeForHeads() throws Exception {
        var client = connect().head(STREAM, "Host: localhost");
        client.readTo("retry: ");
        for (int heartbeat = 0; heartbeat < 5; heartbeat++) {
            assertTrue(client.readTo(": heartbeat\n").endsWith(": heartbeat\n"));
        }
    }

    @Test
    void aClientHasALimitedNumberOfStreams() throws Exception {
        for (int stream = 0; stream < Strict.STREAMS; stream++) {
            assertEquals(200, openStream());
        }
        given().header("X-Forwarded-For", "198.51.100.9")
                .when()
                .get("/v1/changes/stream?fromNow=true")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("detail", equalTo("A client may have 2 live streams at the same time."));
        disconnect();
        awaitStream();
    }

    /** A client that disconnects while the start position of its stream is awaited has no open stream. */
    @Test
    void aClientThatLeavesBeforeItsStreamOpensHoldsNone() throws Exception {
        long next = broker.published("output") + 1;
        for (int stream = 0; stream < 2 * Strict.STREAMS; stream++) {
            connect().head("GET /v1/changes/stream?after=output:" + next + " HTTP/1.1", "Host: localhost");
        }
        Thread.sleep(300);
        disconnect();
        broker.publish("output", "created", "arrived", "{\"id\":\"arrived\"}");
        Thread.sleep(300);
        awaitStream();
    }

    /** Opens a stream; connections that were closed a moment ago may still count. */
    private void awaitStream() throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        int status = openStream();
        while (status != 200 && System.nanoTime() < deadline) {
            Thread.sleep(100);
            status = openStream();
        }
        assertEquals(200, status);
    }

    private int openStream() throws IOException {
        var head = connect().head(STREAM, "Host: localhost").readTo("\r\n\r\n");
        return Integer.parseInt(head.substring(9, 12));
    }

    /** Sends a byte now and then until the gateway closes the connection, and returns what it sent before. */
    private static String dripUntilClosed(RawClient client) throws Exception {
        client.timeout(Duration.ofMillis(100));
        var received = new StringBuilder();
        long deadline = System.nanoTime() + Strict.HEAD_TIMEOUT.multipliedBy(10).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                client.send("x");
                received.append(client.readAll());
                return received.toString();
            } catch (SocketTimeoutException e) {
                // still open
            } catch (IOException e) {
                return received.toString();
            }
        }
        throw new AssertionError("the connection is still open: " + received);
    }

    private RawClient connect() throws IOException {
        var client = new RawClient();
        clients.add(client);
        return client;
    }

    /** A gateway that trusts one remote proxy and has low limits. */
    public static final class Strict implements QuarkusTestProfile {

        static final int STREAMS = 2;
        static final Duration HEAD_TIMEOUT = Duration.ofSeconds(1);

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "atlas.heads.timeout",
                    HEAD_TIMEOUT.toMillis() + "ms",
                    "atlas.changes.streams-per-client",
                    Integer.toString(STREAMS),
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true",
                    "quarkus.http.proxy.trusted-proxies",
                    "192.0.2.0/24");
        }
    }
}
