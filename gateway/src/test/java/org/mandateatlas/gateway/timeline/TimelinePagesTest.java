package org.mandateatlas.gateway.timeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;
import org.mandateatlas.gateway.reading.OwnedCollections;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class TimelinePagesTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @SuppressWarnings("NullAway.Init")
    OwnedCollections owned;

    @BeforeEach
    void muchHappened() {
        owned = new OwnedCollections(owner, broker);
        owned.record("institutions", """
                {"id":"iom","name":"IOM","validity":{"from":"1951-12","to":null},"unStatus":[
                {"status":"related-organization","validity":{"from":"2016-09-19","to":null}}]}""");
        owned.record("mandates", """
                {"id":"forum","title":"Forum","institution":"iom","functions":["coordination"],
                "validity":{"from":"1989-11-14","to":null}}""");
        owned.record("processes", """
                {"id":"berne-initiative","name":"Berne Initiative","functions":[],"validity":{"from":"2001","to":"2004"}}""");
        for (int i = 1; i <= 5; i++) {
            owned.record("meetings", """
                    {"id":"m%1$d","name":"Meeting %1$d","process":"berne-initiative","validity":{"from":"2003-0%1$d-01","to":"2003-0%1$d-02"}}""".formatted(i));
        }
        owned.awaitAll();
    }

    @Test
    void everythingDatedIsInOrder() {
        given().when()
                .get("/v1/timeline")
                .then()
                .statusCode(200)
                .body(
                        "items.date",
                        equalTo(List.of(
                                "1951-12",
                                "1989-11-14",
                                "2001",
                                "2003-01-01",
                                "2003-02-01",
                                "2003-03-01",
                                "2003-04-01",
                                "2003-05-01",
                                "2004",
                                "2016-09-19")))
                .body("items[1].text", equalTo("IOM is given the mandate “Forum”"))
                .body("total", equalTo(10))
                .body("missing", empty())
                .header("Atlas-Position", containsString("meeting:" + owned.head("meetings")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2004-06-01 | 2",
                "to=1951-12-31 | 1",
                "from=2003-01-01&to=2003-03-15 | 3",
                "institution=iom | 3",
                "function=coordination | 1",
                "process=berne-initiative | 7",
                "collection=mandates&collection=institutions | 3",
                "event=met&event=ended | 6",
                "process=berne-initiative&event=met&to=2003-01-31 | 1",
                "institution=nobody | 0",
                "validAt=1975-01-01 | 2",
            })
    void filtersNarrowIt(String query, int total) {
        given().when().get("/v1/timeline?" + query).then().statusCode(200).body("total", equalTo(total));
    }

    @Test
    void pagesDoNotShiftWhateverIsWritten() {
        List<String> expected = given().when().get("/v1/timeline").jsonPath().getList("items.text");
        var seen = new ArrayList<String>();
        String next = "/v1/timeline?limit=3";
        int page = 0;
        while (next != null) {
            JsonPath body =
                    given().when().get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(body.getList("items.text"));
            assertEquals(expected.size(), body.getInt("total"));
            next = body.getString("next");
            owned.record("meetings", """
                    {"id":"n%d","name":"New","process":"berne-initiative","validity":{"from":"2003-06-01","to":"2003-06-01"}}""".formatted(page++));
            owned.retract("meetings", "m" + (page % 5 + 1));
            owned.awaitAll();
        }
        assertEquals(expected, seen);
    }

    @Test
    void anOwnerThatIsMissingIsNamedAndStaysOutToTheLastPage() {
        owned.down("processes");
        String knownAt = "knownAt=" + Instant.now();
        JsonPath first = given().when()
                .get("/v1/timeline?limit=2&" + knownAt)
                .then()
                .statusCode(200)
                .body("missing.collection", equalTo(List.of("processes")))
                .body("missing[0].problem.status", equalTo(503))
                .body("total", equalTo(8))
                .extract()
                .jsonPath();
        owned.up("processes");
        given().urlEncodingEnabled(false)
                .when()
                .get(first.getString("next"))
                .then()
                .statusCode(200)
                .body("missing.collection", equalTo(List.of("processes")))
                .body("items.collection", not(hasItem("processes")))
                .body("total", equalTo(8));
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String tag = given().when().get("/v1/timeline?institution=iom").header("ETag");
        given().header("If-None-Match", tag)
                .when()
                .get("/v1/timeline?institution=iom")
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=blue | colour",
                "from=soon | from",
                "from=2005-01-01&to=2004-01-01 | to",
                "event=boredom | event",
                "collection=coverage | collection",
                "institution=I_O_M | institution",
                "limit=0 | limit",
                "limit=1001 | limit",
                "validAt=1975 | validAt",
                "knownAt=2999-01-01T00:00:00Z | knownAt",
                "cursor=abc | cursor",
            })
    void whatMakesNoSenseIsRefusedByName(String query, String parameter) {
        given().when()
                .get("/v1/timeline?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].parameter", equalTo(parameter));
    }

    @Test
    void aCursorBelongsToItsQuestion() {
        String next = given().when().get("/v1/timeline?limit=2").jsonPath().getString("next");
        given().when()
                .get(next + "&event=met")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("cursor"));
    }

    @Test
    void itCanOnlyBeRead() {
        given().when().post("/v1/timeline").then().statusCode(405);
        given().when().head("/v1/timeline").then().statusCode(200);
    }
}
