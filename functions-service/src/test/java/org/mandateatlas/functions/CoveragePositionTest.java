package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mandateatlas.functions.CoverageFixture.COVERAGE;
import static org.mandateatlas.functions.CoverageFixture.DIFF;
import static org.mandateatlas.functions.CoverageFixture.GAPS;
import static org.mandateatlas.functions.CoverageFixture.OVERLAPS;
import static org.mandateatlas.functions.CoverageFixture.REVIEWS;
import static org.mandateatlas.functions.CoverageFixture.capacity;
import static org.mandateatlas.functions.CoverageFixture.mandate;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Positions of coverage responses, and those that requests demand. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class CoveragePositionTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @ParameterizedTest
    @ValueSource(strings = {COVERAGE, GAPS, OVERLAPS, REVIEWS, DIFF})
    void anAnswerSaysWhichPointOfTheLogsItRestsOn(String path) {
        var answer = given().get("/v1/" + path).then().statusCode(200).extract();
        var position = answer.header("Atlas-Position");
        assertEquals(
                List.of("capacity", "function", "institution", "mandate", "policy-option"),
                List.of(position.replaceAll(":[1-9][0-9]*", "").split(",")));
        assertEquals(position, answer.path("position"));
    }

    @ParameterizedTest
    @ValueSource(strings = {COVERAGE, GAPS, DIFF})
    void atAPositionTheAnswerStaysTheSameAfterALaterWrite(String path) {
        var before = Computed.json(path);
        var id = "a-pin-" + Integer.toHexString(path.hashCode());
        Api.create("capacities/" + id, capacity(id));
        assertEquals(
                before,
                Computed.json(path + "&position=" + before.required("position").asText()));
    }

    @Test
    void withoutAPositionALaterWriteCounts() {
        var before = Computed.json(COVERAGE);
        Api.create("capacities/a-later", capacity("a-later"));
        assertNotEquals(before.required("functions"), Computed.json(COVERAGE).required("functions"));
    }

    @Test
    void aPositionFarBeyondWhatIsReplicatedIsUnavailable() {
        given().queryParam("position", "mandate:999999999")
                .get("/v1/coverage")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", containsString("service-unavailable"))
                .body("detail", containsString("has been replicated up to"))
                .time(lessThan(10_000L));
    }

    @Test
    void aPositionJustBeyondWhatIsReplicatedIsWaitedFor() throws Exception {
        var before =
                Position.parse(Computed.json("coverage").required("position").asText());
        var next = before.with("mandate", before.of("mandate") + 1).toString();
        var read = CompletableFuture.supplyAsync(
                () -> given().queryParam("position", next).get("/v1/coverage"));
        Thread.sleep(200);
        assertFalse(read.isDone());

        Institutions.publish("mandate", "established", mandate("a-awaited"));

        read.get().then().statusCode(200).body("position", equalTo(next));
    }

    @Test
    void aReadWaitsForTheEventsThatItsClientHasSeen() throws Exception {
        var before =
                Position.parse(Computed.json("coverage").required("position").asText());
        var seen = before.with("mandate", before.of("mandate") + 1).toString();
        var read = CompletableFuture.supplyAsync(
                () -> given().header("Atlas-Position", seen).get("/v1/coverage"));
        Thread.sleep(200);
        assertFalse(read.isDone());

        Institutions.publish("mandate", "established", mandate("a-seen"));

        read.get().then().statusCode(200).body("position", equalTo(seen));
        given().header("Atlas-Position", "mandate:999999999,capacity:999999999")
                .get("/v1/coverage")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("detail", containsString("Stream mandate has not been replicated"));
        given().header("Atlas-Position", "latest").get("/v1/coverage").then().statusCode(400);
    }

    @Test
    void aPositionBeyondTheLogOfTheServiceIsRejected() {
        given().queryParam("position", "capacity:1,policy-option:999999999")
                .get("/v1/coverage")
                .then()
                .statusCode(400)
                .body("violations.parameter", contains("position"))
                .body("detail", matchesPattern(".* beyond the end of stream policy-option, which is at \\d+\\."));
    }

    @Test
    void aPositionOfAStreamThatNothingRestsOnDoesNotMatter() {
        given().get("/v1/coverage?position=meeting:999999999").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mandate",
                "mandate:",
                "mandate:-1",
                "mandate:01",
                "Mandate:1",
                "mandate:1,",
                "mandate:1,mandate:2",
                "mandate:9999999999999999999"
            })
    void whatIsNoPositionIsRefused(String position) {
        given().queryParam("position", position)
                .get("/v1/coverage")
                .then()
                .statusCode(400)
                .body("violations.parameter", contains("position"));
    }
}
