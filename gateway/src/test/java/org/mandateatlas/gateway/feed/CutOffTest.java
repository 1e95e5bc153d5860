package org.mandateatlas.gateway.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CutOffTest {

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @Inject
    StreamPositions positions;

    @AfterEach
    void brokerIsUp() {
        broker.start();
    }

    @Test
    void theEventStreamIsLiveWhileTheBrokerAnswersAndGoesOnWhenItIsBack() {
        await(positions::isLive);

        broker.stop();
        await(() -> !positions.isLive());
        given().when().get("/v1/changes?fromNow=true").then().statusCode(200);

        broker.start();
        await(positions::isLive);
        broker.publish("source", "created", "after-the-outage", "{\"id\":\"after-the-outage\"}");
        await(() -> positions.of("source") == broker.published("source"));
        given().when()
                .get("/v1/changes?subject=after-the-outage")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem("after-the-outage"));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it did not come to be");
            Thread.onSpinWait();
        }
    }
}
