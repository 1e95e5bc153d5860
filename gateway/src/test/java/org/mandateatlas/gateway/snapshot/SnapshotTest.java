package org.mandateatlas.gateway.snapshot;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;
import org.mandateatlas.gateway.proxy.RoutingTable;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(SnapshotTest.Impatient.class)
class SnapshotTest {

    private static final int PAGE = 500;
    private static final int DOWNLOADS = 3;

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RoutingTable owners;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SnapshotDownloads downloads;

    @BeforeEach
    void everyCollectionHasTwoDocuments() {
        owners.collectionsByStream()
                .forEach((stream, collection) -> owner.at(
                        "/v1/" + collection,
                        exchange -> page(
                                exchange,
                                200,
                                "%s:7,zebra:9".formatted(stream),
                                null,
                                line(stream, 1) + line(stream, 2))));
    }

    @Test
    void itHoldsEveryCollectionBetweenItsFirstLineAndItsLast() {
        Response response = given().when().get("/v1/snapshot");
        response.then().statusCode(200).contentType("application/x-ndjson").header("Cache-Control", "no-store");
        List<String> lines = response.asString().lines().toList();
        JsonObject first = new JsonObject(lines.getFirst()).getJsonObject("snapshot");
        assertEquals(response.header("Atlas-Position"), first.getString("position"));
        assertEquals("mandates", first.getJsonObject("streams").getString("mandate"));
        assertEquals("{\"end\":{\"documents\":26}}", lines.getLast());
        var expected = new ArrayList<String>();
        for (String stream : owners.collectionsByStream().keySet()) {
            for (int i = 1; i <= 2; i++) {
                expected.add("{\"stream\":\"%s\",\"document\":{\"id\":\"%s-%d\",\"version\":1}}"
                        .formatted(stream, stream, i));
            }
        }
        assertEquals(expected, lines.subList(1, lines.size() - 1));
    }

    @Test
    void itsPositionTakesEachStreamFromItsOwnCollection() {
        owner.at("/v1/mandates", exchange -> page(exchange, 200, "institution:90,mandate:8", null, line("mandate", 1)));
        String position = given().when().get("/v1/snapshot").header("Atlas-Position");
        assertTrue(position.contains("institution:7,instrument:7,mandate:8,"), position);
        assertFalse(position.contains("zebra"), position);
    }

    @Test
    void aCollectionIsReadPageByPageToItsEnd() {
        var asked = new ArrayList<String>();
        owner.at("/v1/mandates", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            asked.add(query);
            int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
            int to = from + (query.contains("limit=50&") ? 50 : PAGE);
            String size = query.replaceAll("&cursor=.*", "");
            page(exchange, 200, "mandate:8", to > 1500 ? null : size + "&cursor=" + to, lines(from, to));
        });
        List<String> lines = given().when()
                .get("/v1/snapshot?validAt=2004-12-31&knownAt=2026-01-02T03:04:05Z")
                .asString()
                .lines()
                .filter(line -> line.startsWith("{\"stream\":\"mandate\""))
                .toList();
        String times = "&validAt=2004-12-31&knownAt=2026-01-02T03:04:05Z";
        assertEquals(
                List.of(
                        "limit=50" + times,
                        "limit=500" + times + "&cursor=50",
                        "limit=500" + times + "&cursor=550",
                        "limit=500" + times + "&cursor=1050"),
                asked);
        assertEquals(
                IntStream.range(0, 1550)
                        .mapToObj(
                                "{\"stream\":\"mandate\",\"document\":{\"id\":\"mandate-%d\",\"version\":1}}"
                                        ::formatted)
                        .toList(),
                lines);
    }

    @Test
    void anOwnerThatCannotBeReadIsNamedAndThereIsNoSnapshot() {
        owner.at("/v1/capacities", exchange -> page(exchange, 500, "", null, ""));
        given().when()
                .get("/v1/snapshot")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/service-unavailable"))
                .body("detail", containsString("functions-service"))
                .body("detail", containsString("capacities"));
    }

    @Test
    void anOwnerThatIsAwayForAMomentIsWaitedFor() {
        var asked = new AtomicInteger();
        owner.at("/v1/mandates", exchange -> {
            int time = asked.incrementAndGet();
            page(
                    exchange,
                    time == 2 ? 503 : 200,
                    "mandate:8",
                    time == 1 ? "limit=50&cursor=50" : null,
                    line("mandate", time));
        });
        String snapshot = given().when().get("/v1/snapshot").asString();
        assertTrue(snapshot.contains("\"mandate-3\""), snapshot);
        assertTrue(snapshot.endsWith("{\"end\":{\"documents\":26}}\n"), snapshot);
    }

    @Test
    void aSnapshotWhoseOwnerDiesBreaksOffWithoutAnEnd() throws IOException {
        owner.at("/v1/mandates", exchange -> {
            boolean first = !exchange.getRequestURI().getRawQuery().contains("cursor");
            page(exchange, first ? 200 : 500, "mandate:8", "limit=50&cursor=50", line("mandate", 1));
        });
        try (var client = new RawClient()) {
            String answer = client.head("GET /v1/snapshot HTTP/1.1", "Host: atlas.example")
                    .readAll();
            assertTrue(answer.contains("\"mandate-1\""), answer);
            assertFalse(answer.contains("\"end\""), answer);
            assertFalse(answer.endsWith("\r\n0\r\n\r\n"), answer);
        }
    }

    @Test
    void aClientThatStopsReadingStopsTheReadingOfPages() throws Exception {
        var asked = new AtomicInteger();
        String large = lines(0, PAGE).replace("\"version\":1", "\"version\":1,\"text\":\"" + "x".repeat(2_000) + "\"");
        owner.at("/v1/mandates", exchange -> {
            asked.incrementAndGet();
            page(exchange, 200, "mandate:8", "limit=500&cursor=1", large);
        });
        try (var client = new RawClient()) {
            client.head("GET /v1/snapshot HTTP/1.1", "Host: atlas.example").readTo("\"mandate-1\"");
            int before = -1;
            while (before != asked.get()) {
                before = asked.get();
                TimeUnit.MILLISECONDS.sleep(500);
            }
            assertTrue(before < 50, () -> "The gateway took " + asked.get() + " pages that nobody read");
        }
    }

    /** Snapshots that nobody reads leave connections and memory to others; one that ends makes room for the next. */
    @Test
    void aClientReadsALimitedNumberOfSnapshotsAtTheSameTime() throws Exception {
        String large = lines(0, PAGE).replace("\"version\":1", "\"version\":1,\"text\":\"" + "x".repeat(2_000) + "\"");
        owner.at("/v1/mandates", exchange -> page(exchange, 200, "mandate:8", "limit=500&cursor=1", large));
        awaitRoom();
        var unread = new ArrayList<RawClient>();
        for (int client = 0; client < DOWNLOADS; client++) {
            unread.add(new RawClient());
            unread.getLast()
                    .head("GET /v1/snapshot HTTP/1.1", "Host: atlas.example")
                    .readTo("\"mandate-1\"");
        }
        given().when()
                .get("/v1/snapshot")
                .then()
                .statusCode(429)
                .header("Retry-After", "30")
                .body("detail", equalTo("A client may read 3 snapshots at the same time."));
        for (RawClient client : unread) {
            client.close();
        }
        awaitRoom();
    }

    /** Waits until no snapshot is in progress. */
    private void awaitRoom() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (downloads.inProgress() > 0) {
            assertTrue(System.nanoTime() < deadline, "a snapshot whose client is gone is in progress");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void theHeadSaysThePositionWithoutTheDocuments() {
        given().when()
                .head("/v1/snapshot")
                .then()
                .statusCode(200)
                .header("Atlas-Position", containsString("mandate:7"))
                .body(equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "text/html;q=0.5"})
    void itComesInOneFormOnly(String form) {
        given().accept(form)
                .when()
                .get("/v1/snapshot")
                .then()
                .statusCode(406)
                .body("type", endsWith("/problems/not-acceptable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/csv, application/x-ndjson;q=0.1"})
    void whoeverTakesNdjsonGetsIt(String form) {
        given().accept(form).when().head("/v1/snapshot").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validAt=2004",
                "knownAt=2999-01-01T00:00:00Z",
                "limit=5",
                "validAt=2004-01-01&validAt=2005-01-01"
            })
    void whatItDoesNotTakeIsRefused(String query) {
        given().when()
                .get("/v1/snapshot?" + query)
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/invalid-parameter"))
                .body("violations[0].parameter", equalTo(query.replaceAll("=.*", "")));
    }

    private static String lines(int from, int to) {
        return String.join(
                "", IntStream.range(from, to).mapToObj(i -> line("mandate", i)).toList());
    }

    private static String line(String stream, int number) {
        return "{\"id\":\"%s-%d\",\"status\":\"current\",\"version\":1}\n".formatted(stream, number);
    }

    private static void page(HttpExchange exchange, int status, String position, @Nullable String next, String lines)
            throws IOException {
        assertEquals("application/x-ndjson", exchange.getRequestHeaders().getFirst("Accept"));
        byte[] body = lines.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.getResponseHeaders().set("Atlas-Position", position);
        if (next != null) {
            String address = "http://elsewhere:1" + exchange.getRequestURI().getPath() + '?' + next;
            exchange.getResponseHeaders().set("Link", "<" + address + ">; rel=\"next\"");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Gives up soon on an owner that is away. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "atlas.snapshot.patience",
                    "300ms",
                    "atlas.snapshot.retry-after",
                    "50ms",
                    "atlas.snapshot.downloads-per-client",
                    Integer.toString(DOWNLOADS));
        }
    }
}
