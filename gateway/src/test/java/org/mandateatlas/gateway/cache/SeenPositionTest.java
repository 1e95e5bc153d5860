package org.mandateatlas.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;

/** What a client sees that reads through several gateways. */
@QuarkusTest
@TestProfile(CacheProfile.class)
@QuarkusTestResource(Surroundings.class)
class SeenPositionTest {

    private static final String PATH = "/v1/outputs/seen";

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @Inject
    @SuppressWarnings("NullAway.Init")
    StreamPositions positions;

    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void eventsArrive() {
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
        positions.advance("output", 1);
        owner.at(PATH, exchange -> {
            byte[] body = ("{\"read\":" + asked.incrementAndGet() + "}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Atlas-Position", "alpha:7,output:" + positions.of("output") + ",zeta:9");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    @Test
    void aCachedDocumentNamesOnlyTheStreamThatChangesIt() {
        read("output:1").header("Atlas-Position", "output:" + positions.of("output"));
        read("output:1")
                .header("Cache-Status", "atlas; hit")
                .header("Atlas-Position", "output:" + positions.of("output"));
    }

    @Test
    void aReadWaitsForTheEventsThatItsClientHasSeenElsewhere() throws Exception {
        read("output:1");
        long next = positions.of("output") + 1;
        int before = asked.get();
        var event = Thread.ofVirtual().start(() -> {
            pause();
            positions.advance("output", next);
        });
        read("output:" + next).statusCode(200).body("read", equalTo(before + 1));
        event.join();
        read("output:" + next).header("Cache-Status", "atlas; hit");
        assertEquals(before + 1, asked.get());
    }

    @Test
    void aPositionThatIsNotReachedIsUnavailable() {
        long started = System.nanoTime();
        read("output:999999")
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", endsWith("/problems/service-unavailable"))
                .body("detail", containsString("stream output is at " + positions.of("output")))
                .body("detail", containsString("/v1/snapshot"));
        assertTrue(System.nanoTime() - started < Duration.ofSeconds(5).toNanos());
        read("output:1").statusCode(200);
    }

    @Test
    void whileEventsDoNotArriveTheServiceIsAsked() {
        positions.cutOff();
        read("output:999999").statusCode(200).header("Cache-Status", "atlas; fwd=bypass");
    }

    @Test
    void aMalformedPositionIsRejected() {
        read("newest").statusCode(400).body("detail", containsString("Atlas-Position"));
    }

    private static ValidatableResponse read(String seen) {
        return given().header("Atlas-Position", seen).get(PATH).then();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
