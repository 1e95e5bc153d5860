package org.mandateatlas.subscriptions.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.subscriptions.Receiver;
import org.mandateatlas.subscriptions.Streams;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Streams.class)
class DatabaseAwayTest {

    private static final String ALL = "/v1/subscriptions";

    private final Feed feed;
    private final String owner = UUID.randomUUID().toString();

    DatabaseAwayTest(Feed feed) {
        this.feed = feed;
    }

    @Test
    void withoutTheDatabaseSubscriptionsAreUnavailableAndNothingIsLost() {
        String subject = "subject-" + owner;
        Receiver.awaitReady(feed);
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
            Servers.stopPostgres();
            long first;
            try {
                asOwner()
                        .get(ALL)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", "2")
                        .body("type", endsWith("/problems/service-unavailable"));
                asOwner().delete(ALL + "/" + id).then().statusCode(503);
                asOwner()
                        .contentType("application/json")
                        .body(wish.encode())
                        .post(ALL)
                        .then()
                        .statusCode(503);
                given().get("/q/health/live").then().statusCode(200);
                first = Streams.publish("mandate", "amended", subject, "iom", "coordination");
            } finally {
                Servers.startPostgres();
            }
            long second = Streams.publish("mandate", "amended", subject, "iom", "coordination");
            receiver.awaitTaken(2);
            assertEquals(List.of("mandate-" + first, "mandate-" + second), receiver.taken());
            asOwner().delete(ALL + "/" + id).then().statusCode(204);
        }
    }

    private RequestSpecification asOwner() {
        return given().header("Authorization", "Bearer " + Tokens.of(owner, "subscriber"));
    }
}
