package org.mandateatlas.gateway.ratelimit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;
import org.mandateatlas.gateway.compose.ServicePages;

@QuarkusTest
@TestProfile(RateLimitTest.Limited.class)
@QuarkusTestResource(Surroundings.class)
class RateLimitTest {

    private static final int REQUESTS = 30;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @Inject
    @SuppressWarnings("NullAway.Init")
    StreamPositions positions;

    @Test
    void everyAnswerTellsWhereTheClientStands() {
        as("192.0.2.1")
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=30;w=3600")
                .header("RateLimit", "\"default\";r=29;t=120");
        as("192.0.2.1")
                .get("/v1/nothing")
                .then()
                .statusCode(404)
                .header("RateLimit", matchesPattern("\"default\";r=28;t=\\d+"));
        as("192.0.2.1")
                .put("/v1/mandates/a")
                .then()
                .statusCode(401)
                .header("RateLimit", matchesPattern("\"default\";r=27;t=\\d+"));
    }

    @Test
    void whoAsksForMoreIsToldWhenToComeBack() {
        useUp("192.0.2.2");
        as("192.0.2.2")
                .get("/v1/mandates")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("1[12]\\d"))
                .header("RateLimit", matchesPattern("\"default\";r=0;t=3\\d\\d\\d"))
                .header("Access-Control-Allow-Origin", "*")
                .body("type", endsWith("/problems/too-many-requests"))
                .body("detail", containsString("30 requests in 3600 seconds"));
    }

    @Test
    void anotherClientIsNotHeldUp() {
        useUp("192.0.2.3");
        as("192.0.2.4").get("/v1/mandates").then().statusCode(200);
    }

    @Test
    void aSiteIsOneClientWhicheverOfItsAddressesItUses() {
        useUp("\"[2001:db8:3:4::1]\"");
        as("\"[2001:db8:3:4:5::6]\"").get("/v1/mandates").then().statusCode(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/q/health/ready", "/q/metrics", "/openapi", "/docs", "/problems/not-found", "/"})
    void whatIsNoDataIsNotLimited(String path) {
        useUp("192.0.2.5");
        as("192.0.2.5").get(path).then().header("RateLimit", nullValue());
    }

    @Test
    void aTokenIsAClientOfItsOwnWhereverItIs() {
        useUp("192.0.2.6");
        as("192.0.2.7")
                .header("Authorization", "Bearer " + tokens.of("reader"))
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"default\";r=29;t=\\d+"));
        as("192.0.2.8")
                .header("Authorization", "Bearer " + tokens.of("reader"))
                .get("/v1/mandates")
                .then()
                .header("RateLimit", matchesPattern("\"default\";r=28;t=\\d+"));
    }

    @Test
    void tokensThatDoNotHoldCountForTheAddressTheyCameFrom() {
        Response answer = as("192.0.2.9")
                .header("Authorization", "Bearer " + tokens.expired())
                .get("/v1/mandates");
        answer.then().statusCode(401).header("RateLimit", matchesPattern("\"default\";r=29;t=\\d+"));
        useUp("192.0.2.9");
        as("192.0.2.9")
                .header("Authorization", "Bearer " + tokens.expired())
                .get("/v1/mandates")
                .then()
                .statusCode(429);
    }

    @Test
    void readingEverythingCostsMore() {
        as("192.0.2.10")
                .accept("application/x-ndjson")
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"default\";r=10;t=\\d+"));
        as("192.0.2.10").get("/v1/snapshot").then().statusCode(429);
        as("192.0.2.10").get("/v1/mandates").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.11, mandates.ndjson", "192.0.2.12, mandates.csv", "192.0.2.13, coverage/gaps.csv"})
    void anExportCostsAsMuchAsItsMediaType(String client, String path) {
        as(client)
                .get("/v1/" + path)
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"default\";r=10;t=\\d+"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.20 | APPLICATION/X-NDJSON                    | 10",
                "192.0.2.21 | application/x-ndjson;q=1                | 10",
                "192.0.2.22 | text/html, Text/Csv;q=0.9               | 10",
                "192.0.2.23 | text/*                                  | 10",
                "192.0.2.24 | application/json, text/csv              | 29",
                "192.0.2.25 | text/csv;q=0.1, application/json        | 29",
                "192.0.2.26 | */*                                     | 29",
                "192.0.2.27 | application/json;q=1, */*;q=0.1         | 29"
            })
    void theSpellingOfAcceptDoesNotChangeTheCost(String client, String accept, int remaining) {
        as(client)
                .header("Accept", accept)
                .get("/v1/mandates")
                .then()
                .statusCode(200)
                .header("RateLimit", matchesPattern("\"default\";r=" + remaining + ";t=\\d+"));
    }

    @Test
    void aResponseThatIsComposedCostsMoreThanOneFromTheCache() {
        for (String service : new String[] {"institutions-service", "functions-service", "processes-service"}) {
            new ServicePages(owner, service, "/v1/timeline", "institution");
        }
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
        as("192.0.2.120")
                .get("/v1/timeline")
                .then()
                .statusCode(200)
                .header("Cache-Status", "atlas; fwd=uri-miss")
                .header("RateLimit", matchesPattern("\"default\";r=25;t=\\d+"));
        as("192.0.2.120")
                .get("/v1/timeline")
                .then()
                .statusCode(200)
                .header("Cache-Status", "atlas; hit")
                .header("RateLimit", matchesPattern("\"default\";r=24;t=\\d+"));
        for (int request = 0; request < REQUESTS / 5; request++) {
            uncached("192.0.2.121").statusCode(200);
        }
        uncached("192.0.2.121").statusCode(429).body("type", endsWith("/problems/too-many-requests"));
    }

    private static ValidatableResponse uncached(String client) {
        return as(client)
                .header("Cache-Control", "no-cache")
                .get("/v1/timeline")
                .then();
    }

    @Test
    void whoCameOverHttpsIsToldToStayThere() {
        given().header("Forwarded", "for=192.0.2.12;proto=https")
                .get("/v1/mandates")
                .then()
                .header("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void refusalsAreCounted() {
        useUp("192.0.2.11");
        as("192.0.2.11").get("/v1/mandates").then().statusCode(429);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("atlas_limits_refused_total"))
                .body(containsString("atlas_limits_clients "));
    }

    private static void useUp(String client) {
        for (int request = 0; request < REQUESTS; request++) {
            as(client).get("/v1/mandates");
        }
    }

    private static RequestSpecification as(String client) {
        return given().header("Forwarded", "for=" + client);
    }

    /** A gateway behind a proxy that it trusts, with a limit that is soon reached. */
    public static final class Limited implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "atlas.limits.enabled", "true",
                    "atlas.limits.requests", Integer.toString(REQUESTS),
                    "atlas.limits.window", "1H",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-forwarded", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "false");
        }
    }
}
