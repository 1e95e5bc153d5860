package org.mandateatlas.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@TestProfile(CacheProfile.class)
@QuarkusTestResource(Surroundings.class)
class RequestCoalescerTest {

    private static final int CLIENTS = 12;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger asked = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @Inject
    @SuppressWarnings("NullAway.Init")
    StreamPositions positions;

    @BeforeEach
    void eventsArrive() {
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void manyWhoAskTheSameShareOneRead() throws Exception {
        var all = new CountDownLatch(1);
        owner.at("/v1/institutions/shared", exchange -> {
            asked.incrementAndGet();
            await(all);
            answer(exchange, 1, "one");
        });
        List<CompletableFuture<HttpResponse<String>>> answers = askAll("/v1/institutions/shared");
        TimeUnit.MILLISECONDS.sleep(300);
        all.countDown();
        int collapsed = 0;
        for (var answer : answers) {
            HttpResponse<String> given = answer.get(5, TimeUnit.SECONDS);
            assertEquals("one", given.body());
            collapsed += status(given).contains("collapsed") ? 1 : 0;
        }
        assertEquals(1, asked.get());
        assertEquals(CLIENTS - 1, collapsed);
    }

    @Test
    void whoAsksAfterAWriteIsNotGivenWhatWasReadBefore() throws Exception {
        var written = new CountDownLatch(1);
        owner.at("/v1/outputs/overtaken", exchange -> {
            if (asked.incrementAndGet() == 1) {
                await(written);
                answer(exchange, "output", 1, "before");
            } else {
                answer(exchange, "output", 2, "after");
            }
        });
        var first = ask("/v1/outputs/overtaken");
        TimeUnit.MILLISECONDS.sleep(100);
        positions.advance("output", 2);
        var second = ask("/v1/outputs/overtaken");
        TimeUnit.MILLISECONDS.sleep(200);
        written.countDown();
        assertEquals("before", first.get(5, TimeUnit.SECONDS).body());
        assertEquals("after", second.get(5, TimeUnit.SECONDS).body());
        assertEquals("after", ask("/v1/outputs/overtaken").get().body());
        assertEquals(2, asked.get());
    }

    @Test
    void aWaitingRequestReadsAgainIfTheStreamIsInvalidated() throws Exception {
        var lost = new CountDownLatch(1);
        owner.at("/v1/instruments/invalidated", exchange -> {
            String body = "answer " + asked.incrementAndGet();
            await(lost);
            answer(exchange, "instrument", 1, body);
        });
        var first = ask("/v1/instruments/invalidated");
        TimeUnit.MILLISECONDS.sleep(100);
        positions.invalidate("instrument");
        var second = ask("/v1/instruments/invalidated");
        TimeUnit.MILLISECONDS.sleep(200);
        lost.countDown();
        assertEquals("answer 1", first.get(5, TimeUnit.SECONDS).body());
        assertEquals("answer 2", second.get(5, TimeUnit.SECONDS).body());
    }

    @Test
    void whoGoesAwayTakesNothingFromThoseWhoWait() throws Exception {
        var gone = new CountDownLatch(1);
        owner.at("/v1/institutions/left", exchange -> {
            asked.incrementAndGet();
            await(gone);
            answer(exchange, 1, "whole");
        });
        try (var raw = new RawClient()) {
            raw.head("GET /v1/institutions/left HTTP/1.1", "Host: localhost:" + RestAssured.port);
            TimeUnit.MILLISECONDS.sleep(200);
        }
        var waiting = ask("/v1/institutions/left");
        TimeUnit.MILLISECONDS.sleep(200);
        gone.countDown();
        assertEquals("whole", waiting.get(5, TimeUnit.SECONDS).body());
        assertEquals(1, asked.get());
    }

    @Test
    void aLargeAnswerStreamsToEachAndIsNotKept() throws Exception {
        String large = "x".repeat(3 * CacheProfile.LARGEST);
        owner.at("/v1/institutions/large", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Atlas-Position", "institution:1");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(large.getBytes(StandardCharsets.UTF_8));
        });
        for (var answer : askAll("/v1/institutions/large")) {
            assertEquals(large, answer.get(10, TimeUnit.SECONDS).body());
        }
        assertEquals(CLIENTS, asked.get());
    }

    @Test
    void aLargeAnswerBeginsBeforeItIsWhole() throws Exception {
        var begun = new CountDownLatch(1);
        owner.at("/v1/institutions/slow", exchange -> {
            exchange.getResponseHeaders().set("Atlas-Position", "institution:1");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[2 * CacheProfile.LARGEST]);
            exchange.getResponseBody().flush();
            await(begun);
            exchange.getResponseBody().write(1);
        });
        var request = HttpRequest.newBuilder(uri("/v1/institutions/slow")).build();
        try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertEquals(0, body.read());
            begun.countDown();
            assertEquals(2L * CacheProfile.LARGEST, body.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void whoDoesNotReadHoldsUpNobody() throws Exception {
        String large = "x".repeat(64 * CacheProfile.LARGEST);
        owner.at("/v1/institutions/held", exchange -> {
            exchange.getResponseHeaders().set("Atlas-Position", "institution:1");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(large.getBytes(StandardCharsets.UTF_8));
        });
        try (var raw = new RawClient()) {
            raw.head("GET /v1/institutions/held HTTP/1.1", "Host: localhost:" + RestAssured.port)
                    .readTo("\r\n\r\n");
            assertEquals(
                    large,
                    ask("/v1/institutions/held").get(10, TimeUnit.SECONDS).body());
        }
    }

    @Test
    void whatAnOwnerRefusesEachIsTold() throws Exception {
        owner.at("/v1/institutions/missing", exchange -> exchange.sendResponseHeaders(404, -1));
        for (var answer : askAll("/v1/institutions/missing")) {
            assertEquals(404, answer.get(5, TimeUnit.SECONDS).statusCode());
        }
    }

    @Test
    void anOwnerThatIsLateIsLateForAll() throws Exception {
        var end = new CountDownLatch(1);
        owner.at("/v1/institutions/late", exchange -> {
            asked.incrementAndGet();
            await(end);
        });
        for (var answer : askAll("/v1/institutions/late")) {
            assertEquals(504, answer.get(5, TimeUnit.SECONDS).statusCode());
        }
        end.countDown();
        assertEquals(1, asked.get());
    }

    private List<CompletableFuture<HttpResponse<String>>> askAll(String path) {
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < CLIENTS; i++) {
            answers.add(ask(path));
        }
        return answers;
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return client.sendAsync(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static String status(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("");
    }

    private static void answer(HttpExchange exchange, long sequence, String body) throws IOException {
        answer(exchange, "institution", sequence, body);
    }

    private static void answer(HttpExchange exchange, String stream, long sequence, String body) throws IOException {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Atlas-Position", stream + ":" + sequence);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
