package org.mandateatlas.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.OwnerServer;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.forwarding.Answer;
import org.mandateatlas.gateway.forwarding.Reads;
import org.mandateatlas.gateway.position.Heads;

@QuarkusTest
@TestProfile(CacheProfile.class)
@QuarkusTestResource(Surroundings.class)
class AnswerCacheTest {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    OwnerServer owner;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Heads heads;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    @ConfigProperty(name = "atlas.owners.absent-service.url")
    @SuppressWarnings("NullAway.Init")
    URI absent;

    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void eventsArrive() {
        heads.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void aSecondReadDoesNotReachTheOwner() {
        at("/v1/mandates/hot", "{\"id\":\"hot\"}");
        read("/v1/mandates/hot", "fwd=uri-miss").header("X-Request-Id", notNullValue());
        read("/v1/mandates/hot", "hit")
                .header("ETag", "\"1\"")
                .header("Atlas-Position", containsString("mandate:"))
                .header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Request-Id", notNullValue())
                .contentType("application/json")
                .body(equalTo("{\"id\":\"hot\"}"));
        assertEquals(1, asked.get());
    }

    @Test
    void anEventMakesAnAnswerOld() {
        at("/v1/mandates/told", "{}");
        read("/v1/mandates/told", "fwd=uri-miss");
        heads.advance("mandate", SEQUENCE.incrementAndGet());
        read("/v1/mandates/told", "fwd=stale");
        read("/v1/mandates/told", "hit");
    }

    @Test
    void anEventOfAnotherStreamLeavesADocumentAndAgesAList() {
        at("/v1/mandates/other", "{}");
        at("/v1/mandates", "{}");
        read("/v1/mandates/other", "fwd=uri-miss");
        read("/v1/mandates", "atlas");
        heads.advance("source", heads.of("source") + 1);
        read("/v1/mandates/other", "hit");
        read("/v1/mandates", "fwd=stale");
    }

    @Test
    void whatAnyAnswerTellsMakesOthersOld() {
        at("/v1/mandates/first", "{}");
        at("/v1/mandates/second", "{}");
        read("/v1/mandates/first", "fwd=uri-miss");
        SEQUENCE.incrementAndGet();
        read("/v1/mandates/second", "fwd=uri-miss");
        read("/v1/mandates/first", "fwd=stale");
    }

    @Test
    void aWriteIsSeenAtOnceByWhoeverWrote() {
        at("/v1/mandates/written", "{}");
        read("/v1/mandates/written", "fwd=uri-miss");
        owner.at("/v1/mandates/written", exchange -> {
            exchange.getResponseHeaders().set("Atlas-Position", "mandate:" + SEQUENCE.incrementAndGet());
            exchange.sendResponseHeaders(204, -1);
        });
        write("/v1/mandates/written").statusCode(204);
        at("/v1/mandates/written", "{\"new\":true}");
        read("/v1/mandates/written", "fwd=stale").body(equalTo("{\"new\":true}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 500, 503, 0})
    void afterAWriteThatTellsNothingTheOwnerIsAsked(int status) {
        String path = "/v1/mandates/lost-" + status;
        at(path, "{}");
        read(path, "fwd=uri-miss");
        owner.at(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
        write(path).statusCode(status == 0 ? 503 : status);
        at(path, "{\"new\":true}");
        read(path, "fwd=stale").body(equalTo("{\"new\":true}"));
    }

    @Test
    void aWriteThatItsClientGivesUpMakesOld() throws Exception {
        long before = heads.fenceOf("mandate");
        var asked = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        owner.at("/v1/mandates/left", exchange -> {
            asked.countDown();
            await(end);
        });
        try (var client = new RawClient()) {
            client.head(
                    "DELETE /v1/mandates/left HTTP/1.1",
                    "Host: atlas.example",
                    "Authorization: Bearer " + tokens.of("curator"));
            await(asked);
        }
        for (int i = 0; i < 500 && heads.fenceOf("mandate") == before; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        end.countDown();
        assertEquals(before + 1, heads.fenceOf("mandate"));
    }

    @Test
    void whileEventsDoNotArriveTheOwnerIsAsked() {
        at("/v1/mandates/cut-off", "{}");
        read("/v1/mandates/cut-off", "fwd=uri-miss");
        heads.cutOff();
        read("/v1/mandates/cut-off", "fwd=bypass");
        read("/v1/mandates/cut-off", "fwd=bypass");
        assertEquals(3, asked.get());
        eventsArrive();
        read("/v1/mandates/cut-off", "hit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Accept|text/csv", "Accept|application/json, text/csv", "Host|elsewhere.example", "Host|x:8443"})
    void whoAsksForSomethingElseIsNotGivenTheSame(String name, String value) {
        String path = "/v1/mandates/form-" + value.hashCode();
        at(path, "{}");
        read(path, "fwd=uri-miss");
        given().header(name, value).when().get(path).then().header("Cache-Status", containsString("fwd=uri-miss"));
        given().when().get(path + "?validAt=2004-12-31").then().header("Cache-Status", containsString("fwd=uri-miss"));
        assertEquals(3, asked.get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Range|bytes=0-1", "Cache-Control|no-cache", "Cache-Control|max-age=0, no-store"})
    void whoWantsTheOwnerGetsTheOwner(String name, String value) {
        String path = "/v1/mandates/insist-" + value.hashCode();
        at(path, "{}");
        read(path, "fwd=uri-miss");
        given().header(name, value).when().get(path).then().header("Cache-Status", "atlas; fwd=bypass");
        assertEquals(2, asked.get());
    }

    @Test
    void aReadWithATokenGoesToTheOwner() {
        at("/v1/mandates/curated", "{}");
        read("/v1/mandates/curated", "fwd=uri-miss");
        given().header("Authorization", "Bearer " + tokens.of("curator"))
                .when()
                .get("/v1/mandates/curated")
                .then()
                .header("Cache-Status", "atlas; fwd=bypass");
        assertEquals(2, asked.get());
    }

    @Test
    void aClientThatHasTheAnswerIsToldSoAndTheOwnerIsNotAskedWhetherItHas() {
        at("/v1/mandates/had", "{}");
        for (String known : new String[] {"\"1\"", "W/\"1\"", "\"0\", \"1\"", "*"}) {
            given().header("If-None-Match", known)
                    .when()
                    .get("/v1/mandates/had")
                    .then()
                    .statusCode(304)
                    .header("ETag", "\"1\"")
                    .header("Atlas-Position", containsString("mandate:"))
                    .header("Content-Type", blankOrNullString())
                    .body(blankOrNullString());
        }
        given().header("If-None-Match", "\"0\"")
                .when()
                .get("/v1/mandates/had")
                .then()
                .statusCode(200)
                .body(equalTo("{}"));
        assertEquals(1, asked.get());
    }

    @Test
    void aNotModifiedHasNoBodyOnTheWire() throws Exception {
        at("/v1/mandates/wire", "{}");
        read("/v1/mandates/wire", "fwd=uri-miss");
        try (var client = new RawClient()) {
            String host = "Host: localhost:" + io.restassured.RestAssured.port;
            String first = client.head("GET /v1/mandates/wire HTTP/1.1", host, "Accept: */*", "If-None-Match: \"1\"")
                    .readTo("\r\n\r\n");
            assertTrue(first.startsWith("HTTP/1.1 304"), first);
            assertTrue(first.contains("atlas; hit"), first);
            String second = client.head("GET /v1/mandates/wire HTTP/1.1", host, "Accept: */*", "Connection: close")
                    .readAll();
            assertTrue(second.startsWith("HTTP/1.1 200"), second);
            assertTrue(second.endsWith("\r\n\r\n{}"), second);
        }
    }

    @Test
    void anAnswerAboutThePastIsGivenAgainUntilThereIsNews() {
        heads.advance("mandate", SEQUENCE.incrementAndGet());
        owner.at("/v1/mandates/past", answer("{}", "mandate:0,source:0"));
        String path = "/v1/mandates/past?knownAt=2020-01-01T00:00:00Z";
        read(path, "fwd=uri-miss");
        read(path, "hit");
        heads.advance("mandate", SEQUENCE.incrementAndGet());
        read(path, "fwd=stale");
    }

    @Test
    void whatIsNoSuccessIsNotKept() {
        owner.at("/v1/mandates/failing", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        read("/v1/mandates/failing", "fwd=uri-miss").statusCode(404);
        at("/v1/mandates/failing", "{}");
        read("/v1/mandates/failing", "fwd=uri-miss").statusCode(200);
        assertEquals(2, asked.get());
    }

    @Test
    void anOwnerThatIsDownIsAskedAgain() {
        given().when().get("/v1/absences").then().statusCode(503).header("Retry-After", "2");
        try (var started = OwnerServer.start(absent.getPort())) {
            given().when().get("/v1/absences").then().statusCode(200);
        }
        given().when().get("/v1/absences").then().statusCode(503);
    }

    @Test
    void anOwnerThatBreaksOffGivesNothing() {
        owner.at("/v1/mandates/broken", exchange -> {
            exchange.getResponseHeaders().set("Atlas-Position", "mandate:" + SEQUENCE.get());
            exchange.sendResponseHeaders(200, 8);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
        });
        given().when().get("/v1/mandates/broken").then().statusCode(503);
        at("/v1/mandates/broken", "{}");
        read("/v1/mandates/broken", "fwd=uri-miss").statusCode(200);
    }

    @Test
    void textIsCompressedForWhoTakesIt() {
        at("/v1/mandates/text", "{\"text\":\"" + "x".repeat(2000) + "\"}");
        for (String status : new String[] {"fwd=uri-miss", "hit"}) {
            given().header("Accept-Encoding", "gzip")
                    .when()
                    .get("/v1/mandates/text")
                    .then()
                    .header("Cache-Status", containsString(status))
                    .header("Content-Encoding", "gzip")
                    .header("Vary", equalTo("accept-encoding"));
        }
    }

    @Test
    void theGatewaysOwnReadsUseTheCache() throws Exception {
        at("/v1/mandates/composed", "{}");
        for (int i = 0; i < 3; i++) {
            Answer answer = reads.read("/v1/mandates/composed")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);
            assertEquals("{}", answer.body().toString());
            answer.headers().clear();
        }
        assertEquals(1, asked.get());
    }

    @Test
    void metricsTellWhatTheCacheDoes() {
        at("/v1/mandates/measured", "{}");
        read("/v1/mandates/measured", "fwd=uri-miss");
        read("/v1/mandates/measured", "hit");
        given().when()
                .get("/q/metrics")
                .then()
                .body(containsString("atlas_cache_requests_total{result=\"hit\""))
                .body(containsString("atlas_cache_entries"))
                .body(containsString("atlas_cache_size_bytes"))
                .body(containsString("atlas_cache_evictions_total"));
    }

    private void at(String path, String body) {
        owner.at(path, answer(body, null));
    }

    private HttpHandler answer(String body, @Nullable String position) {
        return exchange -> {
            asked.incrementAndGet();
            byte[] text = body.getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            Map.of(
                            "Content-Type",
                            "application/json",
                            "ETag",
                            "\"1\"",
                            "Cache-Control",
                            "no-cache",
                            "Atlas-Position",
                            position == null ? "mandate:" + SEQUENCE.get() + ",source:" + heads.of("source") : position)
                    .forEach(headers::set);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        };
    }

    private static ValidatableResponse read(String path, String status) {
        return given().when().get(path).then().header("Cache-Status", containsString(status));
    }

    private ValidatableResponse write(String path) {
        return given().header("Authorization", "Bearer " + tokens.of("curator"))
                .contentType("application/json")
                .body("{}")
                .when()
                .put(path)
                .then();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
