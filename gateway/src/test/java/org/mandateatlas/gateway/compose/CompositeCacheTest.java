package org.mandateatlas.gateway.compose;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;
import org.mandateatlas.gateway.cache.CacheProfile;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(CacheProfile.class)
class CompositeCacheTest {

    private final Executor clients =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @Inject
    @SuppressWarnings("NullAway.Init")
    StreamPositions positions;

    @SuppressWarnings("NullAway.Init")
    ServicePages institutions;

    @SuppressWarnings("NullAway.Init")
    ServicePages processes;

    @BeforeEach
    void eventsArrive() {
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
        institutions = pages("institutions-service", "institution").with("1951", "institutions", "iom");
        pages("functions-service", "capacity");
        processes = pages("processes-service", "process").with("2001", "processes", "b");
    }

    /** Stream positions persist between tests. */
    private ServicePages pages(String service, String stream) {
        return new ServicePages(owner, service, "/v1/timeline", stream, positions.of(stream));
    }

    private void change() {
        processes.with("2002", "processes", "c");
        positions.advance("process", processes.sequence());
    }

    @Test
    void aPageIsServedFromTheCacheUntilAStreamOfAnyServiceGoesFurther() {
        String address = "/v1/timeline?to=2020-01-01";
        get(address, "fwd=uri-miss").body("items", hasSize(2));
        String tag = get(address, "hit").body("items", hasSize(2)).extract().header("ETag");
        assertEquals(1, institutions.queries().size());
        change();
        get(address, "fwd=stale").body("items", hasSize(3));
        given().header("If-None-Match", tag).get(address).then().statusCode(200);
        get(address, "hit").body("items", hasSize(3));
    }

    @Test
    void aChangeOfOneServiceLetsThePagesOfOthersStand() {
        String address = "/v1/timeline?to=2021-01-01";
        get(address, "fwd=uri-miss");
        change();
        get(address, "fwd=stale");
        assertEquals(1, institutions.queries().size());
    }

    @Test
    void aPageThatIsCachedIsTheSameAsTheOneThatIsComposed() {
        String address = "/v1/timeline?to=2022-01-01";
        var composed = get(address, "fwd=uri-miss").extract();
        var cached = get(address, "hit").extract();
        assertEquals(composed.body().asString(), cached.body().asString());
        for (String name : new String[] {"Content-Type", "ETag", "Cache-Control", "Atlas-Position", "Vary"}) {
            assertEquals(composed.header(name), cached.header(name), name);
        }
        given().header("If-None-Match", cached.header("ETag"))
                .get(address)
                .then()
                .statusCode(304)
                .header("Cache-Status", containsString("hit"));
    }

    @Test
    void whatIsInvalidatedWhileItIsComposedIsNotCached() throws Exception {
        String address = "/v1/timeline?to=2023-01-01";
        var asked = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        owner.at("functions-service", "/v1/timeline", exchange -> {
            asked.countDown();
            await(changed);
            page(exchange, "capacity:" + positions.of("capacity"));
        });
        var first = CompletableFuture.supplyAsync(() -> given().get(address));
        await(asked);
        positions.invalidate("capacity");
        changed.countDown();
        assertEquals(200, first.get(5, TimeUnit.SECONDS).statusCode());
        get(address, "fwd=uri-miss");
        get(address, "hit");
    }

    @Test
    void aPageOfWhichAPartIsMissingIsNotCached() {
        String address = "/v1/timeline?to=2024-01-01";
        processes.down();
        get(address, "fwd=uri-miss").body("missing", hasSize(1));
        get(address, "fwd=uri-miss").body("missing", hasSize(1));
        processes.up();
        get(address, "fwd=uri-miss").body("missing", hasSize(0));
        get(address, "hit").body("missing", hasSize(0));
    }

    @Test
    void manyWhoRequestTheSameShareOneComposition() throws Exception {
        String address = "/v1/timeline?to=2025-01-01";
        var composed = new AtomicInteger();
        var all = new CountDownLatch(1);
        owner.at("functions-service", "/v1/timeline", exchange -> {
            composed.incrementAndGet();
            await(all);
            page(exchange, "capacity:" + positions.of("capacity"));
        });
        var requests = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> given().get(address), clients))
                .toList();
        TimeUnit.MILLISECONDS.sleep(400);
        all.countDown();
        int collapsed = 0;
        for (var request : requests) {
            var response = request.get(5, TimeUnit.SECONDS);
            assertEquals(200, response.statusCode());
            assertEquals(2, response.jsonPath().getList("items").size());
            collapsed += response.header("Cache-Status").contains("collapsed") ? 1 : 0;
        }
        assertEquals(1, composed.get());
        assertEquals(7, collapsed);
    }

    @Test
    void aRefusalIsNotSharedAndNotCached() {
        String address = "/v1/timeline?to=2026-01-01";
        processes.refuse("to");
        given().get(address).then().statusCode(400);
        processes.up();
        get(address, "fwd=uri-miss").body("items", hasSize(2));
    }

    @Test
    void aClientThatRefusesTheCacheIsAnsweredWithoutIt() {
        String address = "/v1/timeline?to=2027-01-01";
        get(address, "fwd=uri-miss");
        given().header("Cache-Control", "no-cache")
                .get(address)
                .then()
                .statusCode(200)
                .header("Cache-Status", equalTo("atlas; fwd=bypass"));
    }

    @Test
    void withoutEventsNothingIsServedFromTheCache() {
        String address = "/v1/timeline?to=2028-01-01";
        get(address, "fwd=uri-miss");
        positions.cutOff();
        get(address, "fwd=bypass");
    }

    @Test
    void profilesAreCachedAsWell() {
        owner.at("/v1/functions/coordination", exchange -> answer(exchange, "function:1", "{\"id\":\"coordination\"}"));
        for (String part :
                new String[] {"coverage", "coverage/gaps", "mandates", "capacities", "policy-options", "processes"}) {
            owner.at("/v1/" + part, exchange -> page(exchange, "capacity:0,function:1"));
        }
        get("/v1/functions/coordination/profile", "fwd=uri-miss").body("function.id", equalTo("coordination"));
        get("/v1/functions/coordination/profile", "hit").body("function.id", equalTo("coordination"));
        positions.advance("function", 2);
        owner.at("/v1/functions/coordination", exchange -> answer(exchange, "function:2", "{\"id\":\"renamed\"}"));
        get("/v1/functions/coordination/profile", "fwd=stale").body("function.id", equalTo("renamed"));
    }

    private static ValidatableResponse get(String address, String status) {
        return given().get(address).then().statusCode(200).header("Cache-Status", equalTo("atlas; " + status));
    }

    private static void page(HttpExchange exchange, String position) throws IOException {
        answer(exchange, position, "{\"items\":[],\"next\":null,\"total\":null,\"knownAt\":\"2026-01-01T00:00:00Z\"}");
    }

    private static void answer(HttpExchange exchange, String position, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Atlas-Position", position);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
