package org.mandateatlas.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EntryHandlerTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @BeforeEach
    void theOwnerTellsWhatItWasAsked() {
        owner.forget();
    }

    @Test
    void aSaneRequestIdIsPassedOnAndReturned() {
        String id = "Client-7.of_64";
        given().header("X-Request-Id", id)
                .when()
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .header("X-Request-Id", id)
                .body("headers.X-request-id", equalTo(id));
    }

    @Test
    void aMissingRequestIdIsMade() {
        Response answer = given().when().get("/v1/mandates");
        String made = answer.header("X-Request-Id");
        answer.then()
                .statusCode(200)
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"))
                .body("headers.X-request-id", equalTo(made));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has space",
                "tab\there",
                "<script>",
                "r\u00e9",
                "",
                "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void anInsaneRequestIdIsReplaced(String insane) throws IOException {
        try (var client = new RawClient()) {
            String answer = client.head(
                            "GET /v1/mandates HTTP/1.1",
                            "Host: atlas.example",
                            "X-Request-Id: " + insane,
                            "Connection: close")
                    .readAll();
            assertTrue(answer.matches("(?s).*X-Request-Id: [0-9a-f]{32}\r\n.*"), answer);
        }
    }

    @Test
    void theOwnerDoesNotSpeakForTheGateway() {
        owner.at("/v1/mandates/marked", exchange -> {
            exchange.getResponseHeaders().set("X-Request-Id", "another");
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "https://one.example");
            exchange.sendResponseHeaders(204, -1);
        });
        Response answer = given().header("X-Request-Id", "mine").when().get("/v1/mandates/marked");
        assertTrue(answer.headers().getValues("X-Request-Id").equals(java.util.List.of("mine")));
        assertTrue(answer.headers().getValues("Access-Control-Allow-Origin").equals(java.util.List.of("*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/mandates", "/", "/docs", "/health", "/nothing", "/q/health/ready", "/atlas.css"})
    void everyAnswerIsMarked(String path) {
        given().when()
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Access-Control-Allow-Origin", "*")
                .header("X-Request-Id", not(nullValue()));
    }

    @Test
    void aPageFromAnywhereMayReadAndMayWriteForWhoeverGaveItAToken() {
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-none-match")
                .when()
                .options("/v1/mandates/new")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE")
                .header("Access-Control-Allow-Headers", containsString("Authorization, "))
                .header("Access-Control-Allow-Headers", containsString("If-None-Match, "))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", nullValue());
    }

    @Test
    void aPageIsShownTheHeadersThatItNeeds() {
        given().header("Origin", "https://elsewhere.example")
                .when()
                .get("/v1/mandates")
                .then()
                .header(
                        "Access-Control-Expose-Headers",
                        containsString("Atlas-Position, Cache-Status, Deprecation, ETag, "));
    }

    @Test
    void dataIsNothingThatABrowserRunsOrFrames() {
        given().when()
                .get("/v1/mandates")
                .then()
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Strict-Transport-Security", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/problems/not-found"})
    void aPageIsNeitherFramedNorGivenAnyDevice(String path) {
        given().accept("text/html")
                .when()
                .get(path)
                .then()
                .header("Content-Security-Policy", containsString("style-src 'self'"))
                .header("X-Frame-Options", "DENY")
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() {
        given().when()
                .get("/v1/mandates?q=" + "a".repeat(9_000))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .header("X-Request-Id", not(nullValue()))
                .body("type", endsWith("/problems/address-too-long"));
    }

    @Test
    void headersThatAreTooLargeAreAProblem() {
        given().header("Cookie", "a=" + "b".repeat(20_000))
                .when()
                .get("/v1/mandates")
                .then()
                .statusCode(431)
                .contentType("application/problem+json")
                .header("X-Request-Id", not(nullValue()))
                .body("type", endsWith("/problems/headers-too-large"));
    }

    @Test
    void metricsAreWhereTheyAreLookedFor() {
        given().when().get("/v1/mandates/one").then().statusCode(200);
        for (String path : new String[] {"/metrics", "/q/metrics"}) {
            given().when()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(containsString("http_server_requests_seconds_count{"))
                    .body(containsString("uri=\"/v1/{collection}/{id}\""));
        }
    }

    @Test
    void whatAClientMakesUpIsNoMetricOfItsOwn() throws IOException {
        for (String line : new String[] {
            "MADEUP /v1/mandates HTTP/1.1",
            "OPTIONS /madeup1 HTTP/1.1",
            "GET /madeup2/a/b HTTP/1.1",
            "GET /v1/mandates/madeup3 HTTP/1.1",
            "GET /v1/mandates/madeup3/history HTTP/1.1",
            "GET /v1/madeup4/madeup5/madeup6/madeup7 HTTP/1.1",
            "GET /v1/subscriptions/madeup8/madeup9 HTTP/1.1",
            "GET /docs/madeup10 HTTP/1.1"
        }) {
            try (var client = new RawClient()) {
                client.head(line, "Host: atlas.example", "Access-Control-Request-Method: GET", "Connection: close")
                        .readAll();
            }
        }
        given().when()
                .get("/metrics")
                .then()
                .statusCode(200)
                .body(not(containsString("madeup")))
                .body(not(containsString("MADEUP")));
    }

    @Test
    void textIsCompressedForThoseWhoTakeIt() {
        owner.at("/v1/mandates/text", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            byte[] body = ("{\"a\":\"" + "a".repeat(10_000) + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        given().config(noDecoding())
                .header("Accept-Encoding", "gzip")
                .when()
                .get("/v1/mandates/text")
                .then()
                .header("Content-Encoding", "gzip")
                .header("ETag", "\"3-gzip\"")
                .header("Vary", containsString("ccept-encoding"));
        given().config(noDecoding())
                .when()
                .get("/v1/mandates/text")
                .then()
                .header("Content-Encoding", nullValue())
                .header("Content-Length", "10008");
    }

    @Test
    void whatTheOwnerCompressedIsLeftAsItIs() {
        owner.at("/v1/mandates/compressed", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("zip".getBytes(StandardCharsets.UTF_8));
        });
        given().config(noDecoding())
                .header("Accept-Encoding", "gzip")
                .when()
                .get("/v1/mandates/compressed")
                .then()
                .header("Content-Encoding", "gzip")
                .header("Content-Length", "3");
    }

    private static RestAssuredConfig noDecoding() {
        return RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "gzip", "identity", "chunked, identity"})
    void aTransferCodingThatAProxyMightReadDifferentlyIsRejected(String coding) throws IOException {
        try (var client = new RawClient()) {
            String answer = client.head(
                            "GET /v1/mandates HTTP/1.1",
                            "Host: atlas.example",
                            "Transfer-Encoding: " + coding,
                            "Connection: close")
                    .readAll();
            assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("/problems/bad-request"), answer);
        }
    }
}
