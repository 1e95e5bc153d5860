package org.mandateatlas.gateway.subscription.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Postgres;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;
import org.mandateatlas.gateway.subscription.Receiver;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DatabaseAwayTest {

    private static final String ALL = "/v1/subscriptions";

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @SuppressWarnings("NullAway.Init")
    Postgres postgres;

    private final String owner = UUID.randomUUID().toString();

    @Test
    void withoutTheDatabaseSubscriptionsAreUnavailableAllElseWorksAndNothingIsLost() {
        String subject = "subject-" + owner;
        Receiver.await(
                () -> asOwner().get(ALL).statusCode() == 200
                        && given().get("/v1/changes/stats").statusCode() == 200,
                () -> "The gateway did not get ready");
        try (Receiver receiver = Receiver.start()) {
            var wish = new JsonObject()
                    .put("url", receiver.url())
                    .put("filter", new JsonObject().put("subjects", new JsonArray().add(subject)));
            String id = asOwner()
                    .contentType("application/json")
                    .body(wish.encode())
                    .post(ALL)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            postgres.stop();
            long first;
            try {
                asOwner()
                        .get(ALL)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", "2")
                        .body("type", equalTo("/problems/subscriptions-unavailable"));
                asOwner().delete(ALL + "/" + id).then().statusCode(503);
                asOwner()
                        .contentType("application/json")
                        .body(wish.encode())
                        .post(ALL)
                        .then()
                        .statusCode(503);
                given().get("/v1/institutions/iom").then().statusCode(200);
                given().get("/v1/changes?limit=1").then().statusCode(200);
                given().get("/q/health/ready").then().statusCode(200);
                first = broker.publish("mandate", "amended", subject, "{}");
            } finally {
                postgres.start();
            }
            long second = broker.publish("mandate", "amended", subject, "{}");
            receiver.awaitTaken(2);
            assertEquals(List.of("mandate-" + first, "mandate-" + second), receiver.taken());
            asOwner().delete(ALL + "/" + id).then().statusCode(204);
        }
    }

    private RequestSpecification asOwner() {
        return given().header("Authorization", "Bearer " + tokens.of(owner, "subscriber"));
    }
}
