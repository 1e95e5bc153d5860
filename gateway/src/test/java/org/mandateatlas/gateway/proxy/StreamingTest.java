package org.mandateatlas.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StreamingTest {

    private static final long MEGABYTE = 1 << 20;
    private static final int LARGEST_BODY = 512 * 1024;

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @Test
    void theFirstByteArrivesBeforeTheLastIsWritten() throws Exception {
        var firstArrived = new CountDownLatch(1);
        long size = 50 * MEGABYTE;
        owner.at("/v1/mandates/large", exchange -> {
            exchange.sendResponseHeaders(200, size);
            OutputStream body = exchange.getResponseBody();
            body.write('f');
            body.flush();
            assertTrue(await(firstArrived));
            write(body, size - 1, new AtomicLong());
        });
        try (InputStream body = open("/v1/mandates/large")) {
            assertEquals('f', body.read());
            firstArrived.countDown();
            assertEquals(size - 1, body.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void aClientThatStopsReadingStopsTheOwner() throws Exception {
        var written = new AtomicLong();
        long size = 200 * MEGABYTE;
        owner.at("/v1/mandates/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), size, written);
        });
        try (var client = new RawClient()) {
            client.head("GET /v1/mandates/endless HTTP/1.1", "Host: atlas.example")
                    .readTo("\r\n\r\n");
            long held = settled(written);
            assertTrue(held < 50 * MEGABYTE, () -> "The gateway took " + held + " bytes that nobody read");
        }
    }

    @Test
    void theOwnerIsAskedOnceTheBodyIsComplete() throws Exception {
        var asked = new CountDownLatch(1);
        owner.at("/v1/mandates/up", exchange -> {
            asked.countDown();
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        try (var client = new RawClient()) {
            client.head(put("/v1/mandates/up"), authorization(), "Transfer-Encoding: chunked", "Connection: close")
                    .send("1\r\na\r\n");
            assertFalse(asked.await(300, TimeUnit.MILLISECONDS));
            String answer = client.send("4\r\nbcde\r\n0\r\n\r\n").readAll();
            assertTrue(answer.endsWith("abcde"), answer);
        }
    }

    @Test
    void aBodyThatArrivesTooSlowlyIsRefused() throws Exception {
        try (var client = new RawClient()) {
            client.head("POST /v1/simulations HTTP/1.1\r\nHost: atlas.example", "Content-Length: 10")
                    .send("{");
            String answer = client.readAll();
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertTrue(answer.contains("/problems/body-too-slow"), answer);
        }
    }

    @Test
    void slowBodiesOfOneClientDoNotOccupyAService() throws Exception {
        var slow = new ArrayList<RawClient>();
        try {
            for (int i = 0; i < 8; i++) {
                slow.add(new RawClient()
                        .head("POST /v1/simulations HTTP/1.1\r\nHost: atlas.example", "Content-Length: 10")
                        .send("{"));
            }
            String answer;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            do {
                answer = given().body("{}").post("/v1/simulations").asString();
            } while (!answer.contains("/problems/too-many-requests") && System.nanoTime() < end);
            assertTrue(answer.contains("at the same time"), answer);
            given().get("/v1/functions").then().statusCode(200);
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }

    @Test
    void aBodyOfTheLargestSizePasses() {
        given().header("Authorization", "Bearer " + tokens.of("curator"))
                .contentType(ContentType.JSON)
                .body("x".repeat(LARGEST_BODY))
                .when()
                .put("/v1/mandates/fits")
                .then()
                .statusCode(200)
                .body("body.length()", equalTo(LARGEST_BODY));
    }

    @Test
    void aBodyThatIsAnnouncedAsTooLargeIsRefusedBeforeItComes() throws IOException {
        try (var client = new RawClient()) {
            String answer = client.head(
                            put("/v1/mandates/large"),
                            authorization(),
                            "Content-Length: " + (LARGEST_BODY + 1),
                            "Expect: 100-continue")
                    .readTo("}");
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("/problems/body-too-large"), answer);
        }
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(65_536) + "\r\n";
        try (var client = new RawClient()) {
            client.head(put("/v1/mandates/large"), authorization(), "Transfer-Encoding: chunked");
            for (int i = 0; i < 17; i++) {
                client.send(chunk);
            }
            String answer = client.send("0\r\n\r\n").readTo("}");
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            String next = client.head("GET /v1/mandates HTTP/1.1", "Host: atlas.example")
                    .readTo("}");
            assertTrue(next.startsWith("HTTP/1.1 200"), next);
        }
    }

    @Test
    void aClientThatAsksWhetherToSendIsTold() throws IOException {
        try (var client = new RawClient()) {
            String go = client.head(
                            put("/v1/mandates/asked"),
                            authorization(),
                            "Content-Length: 2",
                            "Expect: 100-continue",
                            "Connection: close")
                    .readTo("\r\n\r\n");
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", go);
            String answer = client.send("{}").readAll();
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertFalse(answer.contains("Expect"), answer);
        }
    }

    private String authorization() {
        return "Authorization: Bearer " + tokens.of("curator");
    }

    private static String put(String path) {
        return "PUT " + path + " HTTP/1.1\r\nHost: atlas.example";
    }

    private static InputStream open(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private static void write(OutputStream body, long size, AtomicLong written) throws IOException {
        byte[] block = new byte[65_536];
        for (long left = size; left > 0; left -= block.length) {
            body.write(block, 0, (int) Math.min(block.length, left));
            written.addAndGet(block.length);
        }
    }

    private static long settled(AtomicLong written) throws InterruptedException {
        long before = -1;
        while (before != written.get()) {
            before = written.get();
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return before;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
