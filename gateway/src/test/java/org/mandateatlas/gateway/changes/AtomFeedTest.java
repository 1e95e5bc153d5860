package org.mandateatlas.gateway.changes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Surroundings;

/** Feed readers recognize entries, find older ones and do not load what they have. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AtomFeedTest {

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @BeforeEach
    void theFeedIsReady() {
        FeedEnd.await(broker);
    }

    @Test
    void changesOfMandatesAreAnAtomFeed() {
        broker.publish(
                "mandate",
                "ended",
                "told",
                "{\"id\":\"told\",\"title\":\"Peace & <quiet>\",\"institution\":\"iom\",\"text\":\"To tell.\"}");
        FeedEnd.await(broker);

        given().when()
                .get("/v1/changes.atom")
                .then()
                .statusCode(200)
                .contentType("application/atom+xml;charset=UTF-8")
                .body("feed.id", equalTo("tag:mandateatlas.org,2026:changes/mandate"))
                .body("feed.entry[0].id", equalTo("tag:mandateatlas.org,2026:mandate-" + broker.published("mandate")))
                .body("feed.entry[0].title", equalTo("ended: Peace & <quiet> (iom)"))
                .body("feed.entry[0].summary", equalTo("Mandate told, version 1."));
    }

    @Test
    void theIdsOfAnAtomFeedAreTheSameAtEveryAddress() {
        var one = given().header("Host", "one.example").get("/v1/changes.atom").xmlPath();
        var other =
                given().header("Host", "other.example").get("/v1/changes.atom").xmlPath();
        assertEquals(one.getString("feed.id"), other.getString("feed.id"));
        assertEquals(one.getList("feed.entry.id"), other.getList("feed.entry.id"));
    }

    @Test
    void anAtomFeedLinksToOlderEntriesUpToTheFirst() {
        while (broker.published("mandate") < 120) {
            broker.publish("mandate", "amended", "old", "{\"id\":\"old\",\"title\":\"Old\"}");
        }
        FeedEnd.await(broker);

        var seen = new ArrayList<String>();
        String next = "/v1/changes.atom";
        while (next != null && !next.isEmpty()) {
            var page = given().when().get(next).then().statusCode(200).extract().xmlPath();
            seen.addAll(page.getList("feed.entry.id", String.class));
            next = page.getString("feed.link.find { it.@rel == 'next' }.@href");
        }
        assertEquals(
                LongStream.rangeClosed(1, broker.published("mandate"))
                        .mapToObj(sequence -> "tag:mandateatlas.org,2026:mandate-" + sequence)
                        .toList()
                        .reversed(),
                seen);
    }

    @Test
    void anUnchangedAtomFeedIsNotSentAgain() {
        var feed = given().when().get("/v1/changes.atom").then().statusCode(200).extract();
        given().header("If-None-Match", feed.header("ETag"))
                .get("/v1/changes.atom")
                .then()
                .statusCode(304)
                .header("ETag", feed.header("ETag"))
                .header("Last-Modified", feed.header("Last-Modified"));
        given().header("If-Modified-Since", feed.header("Last-Modified"))
                .get("/v1/changes.atom")
                .then()
                .statusCode(304);

        broker.publish("mandate", "amended", "news", "{\"id\":\"news\",\"title\":\"News\"}");
        FeedEnd.await(broker);
        given().header("If-None-Match", feed.header("ETag"))
                .header("If-Modified-Since", feed.header("Last-Modified"))
                .get("/v1/changes.atom")
                .then()
                .statusCode(200);
    }

    @Test
    void aPreconditionThatFailsIsAProblem() {
        given().header("If-Match", "\"another\"")
                .header("If-None-Match", "\"none\"")
                .get("/v1/changes.atom")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        given().header("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                .get("/v1/changes.atom")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
    }
}
