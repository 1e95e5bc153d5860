package org.mandateatlas.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ProxyHandlerTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @BeforeEach
    void theOwnerTellsWhatItWasAsked() {
        owner.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "institutions",
                "mandates",
                "instruments",
                "sources",
                "functions",
                "capacities",
                "policy-options",
                "objectives",
                "governance-models",
                "coverage",
                "simulations",
                "processes",
                "participations",
                "meetings",
                "outputs",
                "network"
            })
    void aReadGoesToTheOwnerOfItsCollection(String collection) {
        String uri = "/v1/" + collection + "/iom/history?validAt=2004-12-31&q=a%20b&q=%C3%A9";
        given().urlEncodingEnabled(false)
                .when()
                .get(uri)
                .then()
                .statusCode(200)
                .body("method", equalTo("GET"))
                .body("uri", equalTo(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/nothing",
                "/v1/nothing/iom",
                "/v1/institutionsx",
                "/v1/Institutions",
                "/v2/institutions",
                "/nothing"
            })
    void anUnknownCollectionIsNotFound(String path) {
        given().when()
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/not-found"))
                .body("status", equalTo(404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/mandates.ndjson", "/v1/mandates.csv", "/v1/coverage.csv", "/v1/network.graphml"})
    void anExportReachesTheOwnerOfItsCollection(String path) {
        given().when().get(path).then().statusCode(200).body("uri", equalTo(path));
    }

    @Test
    void conditionsAndWishesReachTheOwner() {
        given().header("Cache-Control", "no-cache")
                .header("If-None-Match", "\"7\"")
                .header("Accept", "application/x-ndjson")
                .header("Atlas-Position", "mandate:0")
                .header("Change-Note", "why")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .when()
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .body("headers.If-none-match", equalTo("\"7\""))
                .body("headers.Accept", equalTo("application/x-ndjson"))
                .body("headers.Atlas-position", equalTo("mandate:0"))
                .body("headers.Change-note", equalTo("why"))
                .body("headers.Traceparent", equalTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    @Test
    void whatTheOwnerSaysReachesTheClient() {
        owner.at("/v1/mandates/said", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Atlas-Position", "mandate:0");
            exchange.getResponseHeaders().set("Location", "http://atlas.example/v1/mandates/said");
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(412, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
        });
        given().when()
                .get("/v1/mandates/said")
                .then()
                .statusCode(412)
                .header("ETag", "\"7-gzip\"")
                .header("Atlas-Position", "mandate:0")
                .header("Location", "http://atlas.example/v1/mandates/said")
                .contentType("application/problem+json")
                .body(equalTo("{}"));
    }

    @Test
    void anUnchangedDocumentHasNoBody() throws IOException {
        owner.at("/v1/mandates/unchanged", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.sendResponseHeaders(304, -1);
        });
        String answer = raw("GET /v1/mandates/unchanged HTTP/1.1", "Host: atlas.example", "Connection: close");
        assertTrue(answer.startsWith("HTTP/1.1 304"), answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("transfer-encoding"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void aHeadHasTheHeadersAndNoBody() throws IOException {
        String answer = raw("HEAD /v1/mandates/iom HTTP/1.1", "Host: atlas.example", "Connection: close");
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("content-length: "), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void aClientOfOldGetsABodyOfUnknownLength() throws IOException {
        owner.at("/v1/mandates/unknown-length", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("all of it".getBytes(StandardCharsets.UTF_8));
        });
        String answer =
                raw("GET /v1/mandates/unknown-length HTTP/1.0", "Host: atlas.example", "Connection: keep-alive");
        assertTrue(answer.endsWith("\r\n\r\nall of it"), answer);
    }

    @Test
    void theOwnerLearnsUnderWhichAddressItWasAsked() throws IOException {
        JsonObject headers = asked("Host: atlas.example:8443");
        assertTrue(headers.getString("Forwarded").endsWith(";host=\"atlas.example:8443\";proto=http"), headers::encode);
        assertTrue(headers.getString("X-forwarded-for").equals("127.0.0.1"), headers::encode);
        assertTrue(headers.getString("X-forwarded-host").equals("atlas.example:8443"), headers::encode);
        assertTrue(headers.getString("X-forwarded-port").equals("8443"), headers::encode);
        assertTrue(headers.getString("X-forwarded-proto").equals("http"), headers::encode);
    }

    @Test
    void anAddressMayBeALiteralOne() throws IOException {
        JsonObject headers = asked("Host: [::1]:8080");
        assertTrue(headers.getString("X-forwarded-host").equals("[::1]:8080"), headers::encode);
        assertTrue(headers.getString("X-forwarded-port").equals("8080"), headers::encode);
    }

    @Test
    void theUsualPortNeedNotBeSaid() throws IOException {
        JsonObject headers = asked("Host: atlas.example");
        assertTrue(headers.getString("X-forwarded-host").equals("atlas.example"), headers::encode);
        assertTrue(headers.getString("X-forwarded-port").equals("80"), headers::encode);
    }

    @Test
    void whatTheClientClaimsOfItselfIsDropped() throws IOException {
        JsonObject headers = asked(
                "Host: atlas.example",
                "Forwarded: for=6.6.6.6;host=evil.example",
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Port: 666",
                "X-Forwarded-Proto: gopher");
        assertFalse(headers.encode().contains("evil"), headers::encode);
        assertFalse(headers.encode().contains("6.6.6.6"), headers::encode);
        assertFalse(headers.encode().contains("gopher"), headers::encode);
    }

    @Test
    void whatIsSaidToTheNextHopEndsThere() throws IOException {
        JsonObject headers = asked(
                "Host: atlas.example",
                "Connection: keep-alive, X-Private",
                "X-Private: secret",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Upgrade: websocket",
                "Proxy-Authorization: Basic YTpi");
        for (String name : new String[] {"X-private", "Keep-alive", "Te", "Upgrade", "Proxy-authorization"}) {
            assertFalse(headers.containsKey(name), headers::encode);
        }
    }

    @Test
    void whatTheOwnerSaysToTheNextHopEndsThere() {
        owner.at("/v1/mandates/private", exchange -> {
            exchange.getResponseHeaders().set("Connection", "X-Private");
            exchange.getResponseHeaders().set("X-Private", "secret");
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
            exchange.sendResponseHeaders(204, -1);
        });
        given().when()
                .get("/v1/mandates/private")
                .then()
                .statusCode(204)
                .header("X-Private", nullValue())
                .header("Keep-Alive", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/institutions/../../q/health/ready",
                "/v1/institutions/%2e%2e/%2E%2E/q/health/ready",
                "/v1/institutions/..;/../q/health/ready",
                "//v1//institutions/../../../q/health/ready"
            })
    void noSpellingOfAPathLeavesTheCollectionsOfTheOwner(String path) throws IOException {
        owner.at("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("escape".getBytes(StandardCharsets.UTF_8));
        });
        String answer = raw("GET " + path + " HTTP/1.1", "Host: atlas.example", "Connection: close");
        assertFalse(answer.contains("escape"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/mandates/%zz",
                "/v1/mandates/%",
                "/v1/mandates?q=%zz",
                "/v1/mandates?q=a|b",
                "/v1/mandates?q={\"<>\"}",
                "/v1/mandates?q=\u00e9\u0080",
                "/v1/mandates/%00",
                "/v1/mandates?q=%0d%0aX-Evil:%20yes",
                "/v1/mandates/%0d%0aX-Evil:%20yes",
                "/v1/mandates#fragment",
                "*",
                "mandates",
                "http://[/v1/mandates"
            })
    void noAddressMakesTheGatewayFail(String address) throws IOException {
        String answer = raw("GET " + address + " HTTP/1.1", "Host: atlas.example", "Connection: close");
        assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
        assertFalse(answer.contains("\r\nX-Evil"), answer);
    }

    @Test
    void aRequestWithoutAHostIsBad() throws IOException {
        for (String host : new String[] {"X-None: x", "Host: a b", "Host: <script>", "Host: ", "Host: [\"><script>]"}) {
            String answer = raw("GET / HTTP/1.1", host, "Connection: close");
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
        }
    }

    @Test
    void metricsCountByCollectionAndNotByDocument() {
        given().when().get("/v1/mandates/counted").then().statusCode(200);
        given().when()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("uri=\"/v1/{collection}/{id}\""))
                .body(not(containsString("counted")));
    }

    @Test
    void theHostOfTheOwnerIsItsOwn() {
        given().when()
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .body("headers.Host", equalTo(owner.url("institutions-service").substring("http://".length())));
    }

    @Test
    void aReadIsSentWithoutABody() {
        given().when()
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .body("headers.Transfer-encoding", nullValue())
                .body("body", blankOrNullString());
    }

    private static JsonObject asked(String... headers) throws IOException {
        try (var client = new RawClient()) {
            client.head("GET /v1/mandates HTTP/1.1", String.join("\r\n", headers));
            String answer = client.readTo("\"body\":\"\"}");
            return new JsonObject(answer.substring(answer.indexOf("{"))).getJsonObject("headers");
        }
    }

    private static String raw(String... lines) throws IOException {
        try (var client = new RawClient()) {
            return client.head(lines).readAll();
        }
    }
}
