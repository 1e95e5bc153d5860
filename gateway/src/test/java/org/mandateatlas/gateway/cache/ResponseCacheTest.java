package org.mandateatlas.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.gateway.cache.CountingUpstream.read;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;
import org.mandateatlas.gateway.proxy.Reads;
import org.mandateatlas.gateway.proxy.RoutingTable;
import org.mandateatlas.gateway.proxy.UpstreamResponse;

@QuarkusTest
@TestProfile(CacheProfile.class)
@QuarkusTestResource(Surroundings.class)
class ResponseCacheTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @Inject
    @SuppressWarnings("NullAway.Init")
    StreamPositions positions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RoutingTable routes;

    @ConfigProperty(name = "atlas.upstreams.absent-service.url")
    @SuppressWarnings("NullAway.Init")
    URI absent;

    @SuppressWarnings("NullAway.Init")
    private CountingUpstream counting;

    @BeforeEach
    void eventsArrive() {
        counting = new CountingUpstream(owner, positions);
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void aSecondReadDoesNotReachTheOwner() {
        counting.at("/v1/mandates/hot", "{\"id\":\"hot\"}");
        read("/v1/mandates/hot", "fwd=uri-miss").header("X-Request-Id", notNullValue());
        read("/v1/mandates/hot", "hit")
                .header("ETag", "\"1-gzip\"")
                .header("Atlas-Position", containsString("mandate:"))
                .header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Request-Id", notNullValue())
                .contentType("application/json")
                .body(equalTo("{\"id\":\"hot\"}"));
        assertEquals(1, counting.asked());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Accept|text/csv", "Accept|application/json, text/csv", "Host|elsewhere.example", "Host|x:8443"})
    void whoAsksForSomethingElseIsNotGivenTheSame(String name, String value) {
        String path = "/v1/mandates/form-" + value.hashCode();
        counting.at(path, "{}");
        read(path, "fwd=uri-miss");
        given().header(name, value).when().get(path).then().header("Cache-Status", containsString("fwd=uri-miss"));
        given().when().get(path + "?validAt=2004-12-31").then().header("Cache-Status", containsString("fwd=uri-miss"));
        assertEquals(3, counting.asked());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Range|bytes=0-1", "Cache-Control|no-cache", "Cache-Control|max-age=0, no-store"})
    void whoWantsTheOwnerGetsTheOwner(String name, String value) {
        String path = "/v1/mandates/insist-" + value.hashCode();
        counting.at(path, "{}");
        read(path, "fwd=uri-miss");
        given().header(name, value).when().get(path).then().header("Cache-Status", "atlas; fwd=bypass");
        assertEquals(2, counting.asked());
    }

    @Test
    void aReadWithATokenGoesToTheOwner() {
        counting.at("/v1/mandates/curated", "{}");
        read("/v1/mandates/curated", "fwd=uri-miss");
        given().header("Authorization", "Bearer " + tokens.of("curator"))
                .when()
                .get("/v1/mandates/curated")
                .then()
                .header("Cache-Status", "atlas; fwd=bypass");
        assertEquals(2, counting.asked());
    }

    @Test
    void aClientThatHasTheAnswerIsToldSoAndTheOwnerIsNotAskedWhetherItHas() {
        counting.at("/v1/mandates/had", "{}");
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
        assertEquals(1, counting.asked());
    }

    @Test
    void aNotModifiedHasNoBodyOnTheWire() throws Exception {
        counting.at("/v1/mandates/wire", "{}");
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
    void whatIsNoSuccessIsNotKept() {
        counting.at("/v1/mandates/failing", 404, "{}");
        read("/v1/mandates/failing", "fwd=uri-miss").statusCode(404);
        counting.at("/v1/mandates/failing", "{}");
        read("/v1/mandates/failing", "fwd=uri-miss").statusCode(200);
        assertEquals(2, counting.asked());
    }

    @Test
    void anOwnerThatIsDownIsAskedAgain() {
        given().when().get("/v1/absences").then().statusCode(503).header("Retry-After", "2");
        try (var started = UpstreamServer.start(absent.getPort())) {
            given().when().get("/v1/absences").then().statusCode(200);
        }
        given().when().get("/v1/absences").then().statusCode(503);
    }

    @Test
    void anOwnerThatBreaksOffGivesNothing() {
        owner.at("/v1/mandates/broken", exchange -> {
            exchange.getResponseHeaders().set("Atlas-Position", "mandate:" + positions.of("mandate"));
            exchange.sendResponseHeaders(200, 8);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
        });
        given().when().get("/v1/mandates/broken").then().statusCode(503);
        counting.at("/v1/mandates/broken", "{}");
        read("/v1/mandates/broken", "fwd=uri-miss").statusCode(200);
    }

    @Test
    void textIsCompressedForWhoTakesIt() {
        counting.at("/v1/mandates/text", "{\"text\":\"" + "x".repeat(2000) + "\"}");
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
        counting.at("/v1/mandates/composed", "{}");
        for (int i = 0; i < 3; i++) {
            UpstreamResponse answer = reads.read(
                            Objects.requireNonNull(routes.ofPath("/v1/mandates")), "/v1/mandates/composed")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);
            assertEquals("{}", answer.body().toString());
            answer.headers().clear();
        }
        assertEquals(1, counting.asked());
    }

    @Test
    void metricsTellWhatTheCacheDoes() {
        counting.at("/v1/mandates/measured", "{}");
        read("/v1/mandates/measured", "fwd=uri-miss");
        read("/v1/mandates/measured", "hit");
        given().when()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("atlas_cache_requests_total{result=\"hit\""))
                .body(containsString("atlas_cache_entries"))
                .body(containsString("atlas_cache_size_bytes"))
                .body(containsString("atlas_cache_evictions_total"));
    }
}
