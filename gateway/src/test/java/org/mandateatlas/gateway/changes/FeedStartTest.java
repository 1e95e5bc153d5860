package org.mandateatlas.gateway.changes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Surroundings;

/** Where a reader of the feed may start. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FeedStartTest {

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @BeforeEach
    void theFeedIsReady() {
        FeedEnd.await(broker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"institution:99999", "mandate:1,institution:99999", "source:999999999"})
    void aPositionBeyondTheEndIsRejectedWithWhereToStart(String position) {
        for (String accept : List.of("application/json", "text/event-stream")) {
            given().accept(accept)
                    .when()
                    .get("/v1/changes?after=" + position)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations[0].parameter", equalTo("after"))
                    .body("detail", containsString("which is at "))
                    .body("detail", containsString("/v1/snapshot"))
                    .header("Atlas-Position", containsString("mandate:" + broker.published("mandate")));
        }
        given().accept("text/event-stream")
                .header("Last-Event-ID", position)
                .when()
                .get("/v1/changes/stream")
                .then()
                .statusCode(400)
                .body("violations[0].header", equalTo("Last-Event-ID"));
    }

    @Test
    void thePositionOfAWriteThatIsOnItsWayIsWaitedFor() throws Exception {
        long next = broker.published("output") + 1;
        var arrival = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(400);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            broker.publish("output", "created", "on-its-way", "{\"id\":\"on-its-way\"}");
        });
        given().when()
                .get("/v1/changes?stream=output&after=output:" + next)
                .then()
                .statusCode(200)
                .body("items.subject", empty())
                .body("position", containsString("output:" + next));
        arrival.join();
    }

    @Test
    void aBadLastEventIdIsNamed() {
        given().accept("text/event-stream")
                .header("Last-Event-ID", "seven")
                .when()
                .get("/v1/changes")
                .then()
                .statusCode(400)
                .body("violations[0].header", equalTo("Last-Event-ID"));
    }

    @Test
    void aClientThatSendsWhatHoldsAnywayMayBeginWhereItLikes() {
        given().queryParam("after", "mandate:0")
                .queryParam("fromNow", "false")
                .when()
                .get("/v1/changes")
                .then()
                .statusCode(200);
    }

    @Test
    void fromNowIsTheEndOfTheFeed() {
        given().when()
                .get("/v1/changes?fromNow=true")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("atEnd", equalTo(true));
    }
}
