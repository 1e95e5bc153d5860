package org.mandateatlas.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.gateway.cache.CountingUpstream.goOn;
import static org.mandateatlas.gateway.cache.CountingUpstream.read;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.RawClient;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.UpstreamServer;

@QuarkusTest
@TestProfile(CacheProfile.class)
@QuarkusTestResource(Surroundings.class)
class FreshnessTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @Inject
    @SuppressWarnings("NullAway.Init")
    StreamPositions positions;

    @SuppressWarnings("NullAway.Init")
    private CountingUpstream counting;

    @BeforeEach
    void eventsArrive() {
        counting = new CountingUpstream(owner, positions);
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
    }

    @Test
    void anEventMakesAnAnswerOld() {
        counting.at("/v1/mandates/told", "{}");
        read("/v1/mandates/told", "fwd=uri-miss");
        positions.advance("mandate", goOn());
        read("/v1/mandates/told", "fwd=stale");
        read("/v1/mandates/told", "hit");
    }

    @Test
    void anEventOfAnotherStreamLeavesADocumentAndAgesAList() {
        counting.at("/v1/mandates/other", "{}");
        counting.at("/v1/mandates", "{}");
        read("/v1/mandates/other", "fwd=uri-miss");
        read("/v1/mandates", "atlas");
        positions.advance("source", positions.of("source") + 1);
        read("/v1/mandates/other", "hit");
        read("/v1/mandates", "fwd=stale");
    }

    @Test
    void whatAnyAnswerTellsMakesOthersOld() {
        counting.at("/v1/mandates/first", "{}");
        counting.at("/v1/mandates/second", "{}");
        read("/v1/mandates/first", "fwd=uri-miss");
        goOn();
        read("/v1/mandates/second", "fwd=uri-miss");
        read("/v1/mandates/first", "fwd=stale");
    }

    @Test
    void aWriteIsSeenAtOnceByWhoeverWrote() {
        counting.at("/v1/mandates/written", "{}");
        read("/v1/mandates/written", "fwd=uri-miss");
        owner.at("/v1/mandates/written", exchange -> {
            exchange.getResponseHeaders().set("Atlas-Position", "mandate:" + goOn());
            exchange.sendResponseHeaders(204, -1);
        });
        write("/v1/mandates/written").statusCode(204);
        counting.at("/v1/mandates/written", "{\"new\":true}");
        read("/v1/mandates/written", "fwd=stale").body(equalTo("{\"new\":true}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 500, 503, 0})
    void afterAWriteThatTellsNothingTheOwnerIsAsked(int status) {
        String path = "/v1/mandates/lost-" + status;
        counting.at(path, "{}");
        read(path, "fwd=uri-miss");
        owner.at(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            }
        });
        write(path).statusCode(status == 0 ? 503 : status);
        counting.at(path, "{\"new\":true}");
        read(path, "fwd=stale").body(equalTo("{\"new\":true}"));
    }

    @Test
    void aWriteThatItsClientGivesUpMakesOld() throws Exception {
        long before = positions.epochOf("mandate");
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
        for (int i = 0; i < 500 && positions.epochOf("mandate") == before; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        end.countDown();
        assertEquals(before + 1, positions.epochOf("mandate"));
    }

    @Test
    void whileEventsDoNotArriveTheOwnerIsAsked() {
        counting.at("/v1/mandates/cut-off", "{}");
        read("/v1/mandates/cut-off", "fwd=uri-miss");
        positions.cutOff();
        read("/v1/mandates/cut-off", "fwd=bypass");
        read("/v1/mandates/cut-off", "fwd=bypass");
        assertEquals(3, counting.asked());
        positions.live(System.nanoTime(), TimeUnit.HOURS.toNanos(1));
        read("/v1/mandates/cut-off", "hit");
    }

    @Test
    void anAnswerAboutThePastIsGivenAgainUntilThereIsNews() {
        positions.advance("mandate", goOn());
        counting.atThePast("/v1/mandates/past", "{}");
        String path = "/v1/mandates/past?knownAt=2020-01-01T00:00:00Z";
        read(path, "fwd=uri-miss");
        read(path, "hit");
        positions.advance("mandate", goOn());
        read(path, "fwd=stale");
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
