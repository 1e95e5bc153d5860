package org.mandateatlas.gateway.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@TestProfile(AccessLogTest.Logged.class)
@QuarkusTestResource(Surroundings.class)
class AccessLogTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    private final Logger logger = Logger.getLogger("org.mandateatlas.access");
    private final Lines lines = new Lines();

    @BeforeEach
    void read() {
        logger.addHandler(lines);
    }

    @AfterEach
    void stopReading() {
        logger.removeHandler(lines);
    }

    @Test
    void aRequestIsOneLineWithItsNameAndItsTrace() throws InterruptedException {
        int bytes = given().header("X-Request-Id", "log-1")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/v1/mandates/one")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray()
                .length;
        String line = lines.of("log-1");
        assertTrue(
                line.matches("request=log-1 client=127\\.0\\.0\\.1 method=GET path=/v1/mandates/one status=200 bytes="
                        + bytes + " millis=\\d+ cache=atlas;fwd=[a-z-]+ trace=0af7651916cd43dd8448eb211c80319c"),
                line);
    }

    @Test
    void neitherTheQueryNorATokenNorABodyIsLogged() throws InterruptedException {
        given().header("X-Request-Id", "log-2")
                .header("Authorization", "Bearer secret-token")
                .body("secret-body")
                .put("/v1/mandates/one?q=secret-query");
        String line = lines.of("log-2");
        assertTrue(line.contains("path=/v1/mandates/one status=401"), line);
        assertFalse(line.contains("secret"), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void whatIsNoTraceIsNotLogged(String parent) throws InterruptedException {
        given().header("X-Request-Id", "log-3").header("traceparent", parent).get("/v1/mandates");
        assertTrue(lines.of("log-3").endsWith(" trace=-"));
    }

    @Test
    void aPathIsLoggedAsItWasSent() throws IOException, InterruptedException {
        try (var client = new RawClient()) {
            client.head(
                            "GET /v1/mandates/a%0Ab HTTP/1.1",
                            "Host: atlas.example", "X-Request-Id: log-4", "Connection: close")
                    .readAll();
        }
        assertTrue(lines.of("log-4").contains(" path=/v1/mandates/a%0Ab "));
    }

    @Test
    void aLineIsOneLineAndNotForEver() {
        assertEquals("a_b_c_", AccessLog.printable("a\nb\u001bc\u00e9"));
        assertEquals("-", AccessLog.printable(null));
        assertEquals(500, AccessLog.printable("a".repeat(9_000)).length());
    }

    @Test
    void anAnswerThatItsClientDidNotWaitForIsLoggedToo() throws IOException, InterruptedException {
        var closed = new CountDownLatch(1);
        owner.at("/v1/mandates/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{}\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (var client = new RawClient()) {
            client.head(
                            "GET /v1/mandates/endless HTTP/1.1",
                            "Host: atlas.example",
                            "Accept: application/x-ndjson",
                            "X-Request-Id: log-7")
                    .readTo("{}");
        }
        assertTrue(lines.of("log-7").contains(" path=/v1/mandates/endless status=200 "));
        closed.countDown();
    }

    @Test
    void aStreamOfEventsIsLoggedWhenItsReaderLeaves() throws IOException, InterruptedException {
        try (var client = new RawClient()) {
            client.head(
                            "GET /v1/changes HTTP/1.1",
                            "Host: atlas.example",
                            "Accept: text/event-stream",
                            "X-Request-Id: log-8")
                    .readTo("retry:");
        }
        assertTrue(lines.of("log-8").contains(" path=/v1/changes status=200 "));
    }

    @Test
    void whatLooksAfterTheGatewayIsNotLogged() throws InterruptedException {
        given().header("X-Request-Id", "log-5").get("/q/health/ready");
        given().header("X-Request-Id", "log-6").get("/v1/mandates");
        lines.of("log-6");
        assertEquals(List.of(), lines.all("log-5"));
    }

    /** Keeps what is logged. */
    private static final class Lines extends Handler {

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        String of(String request) throws InterruptedException {
            for (String line = next(); line != null; line = next()) {
                if (line.startsWith("request=" + request + " ")) {
                    return line;
                }
            }
            throw new AssertionError("nothing was logged of " + request);
        }

        List<String> all(String request) {
            return lines.stream()
                    .filter(line -> line.startsWith("request=" + request + " "))
                    .toList();
        }

        private String next() throws InterruptedException {
            return lines.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** A gateway that logs requests, as it does outside tests. */
    public static final class Logged implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.category.\"org.mandateatlas.access\".level", "INFO");
        }
    }
}
