package org.mandateatlas.gateway.compose;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

/** A collection that the gateway has never heard of is served everywhere after one line of configuration. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(NewCollectionTest.OneLine.class)
class NewCollectionTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @BeforeEach
    void theServicesRespond() {
        for (String path : new String[] {"/v1/search", "/v1/suggest", "/v1/timeline", "/v1/diff"}) {
            new ServicePages(owner, "institutions-service", path, "institution");
            new ServicePages(owner, "functions-service", path, "function");
            new ServicePages(owner, "processes-service", path, "process").with("2001", "beacons", "lighthouse");
        }
        for (String collection : new String[] {
            "institutions",
            "mandates",
            "instruments",
            "sources",
            "functions",
            "capacities",
            "policy-options",
            "objectives",
            "governance-models",
            "processes",
            "participations",
            "meetings",
            "outputs"
        }) {
            owner.at("/v1/" + collection, exchange -> lines(exchange, ""));
        }
        owner.at("/v1/beacons", exchange -> lines(exchange, "{\"id\":\"lighthouse\"}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search?q=light&collection=beacons",
                "/v1/suggest?q=light&collection=beacons",
                "/v1/timeline?collection=beacons",
                "/v1/diff?from=2001-01-01&to=2002-01-01&collection=beacons"
            })
    void itIsFoundInEveryComposedResponse(String address) {
        given().get(address).then().statusCode(200).body("items.id", hasItem("lighthouse"));
    }

    @Test
    void itIsPartOfTheSnapshot() {
        given().get("/v1/snapshot")
                .then()
                .statusCode(200)
                .body(containsString("{\"stream\":\"beacon\",\"document\":{\"id\":\"lighthouse\"}}"));
    }

    @Test
    void itIsListedAndForwarded() {
        given().get("/v1").then().statusCode(200).body("collections.name", hasItem("beacons"));
        given().get("/v1/beacons").then().statusCode(200).body(containsString("lighthouse"));
    }

    private static void lines(HttpExchange exchange, String lines) throws IOException {
        byte[] body = lines.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.getResponseHeaders().set("Atlas-Position", "process:1");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** The one line. */
    public static final class OneLine implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("atlas.upstreams.processes-service.streams.beacon", "beacons");
        }
    }
}
