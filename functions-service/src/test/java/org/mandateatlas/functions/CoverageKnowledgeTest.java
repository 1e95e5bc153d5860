package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.mandateatlas.functions.CoverageFixture.COVERAGE;
import static org.mandateatlas.functions.CoverageFixture.capacity;
import static org.mandateatlas.functions.CoverageFixture.mandate;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Coverage as it was known at an instant, and what has been recorded between two. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class CoverageKnowledgeTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @Test
    void asKnownBeforeAWriteTheAnswerIsThatOfThen() {
        var before = Computed.json(COVERAGE);
        var then = Instant.now();
        Api.create("capacities/a-known", capacity("a-known"));
        var known = Computed.json(COVERAGE + "&knownAt=" + then);
        for (var field : List.of("functions", "setAside", "institutions", "totals", "position")) {
            assertEquals(before.required(field), known.required(field), field);
        }
    }

    @Test
    void beforeAnythingWasKnownThereIsNoFunction() {
        assertEquals(
                "[]",
                Computed.json("coverage?knownAt=2000-01-01T00:00:00Z")
                        .required("functions")
                        .toString());
    }

    @Test
    void knowledgeOfTheFutureIsRefused() {
        given().get("/v1/coverage?knownAt=2999-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations.parameter", contains("knownAt"));
    }

    @Test
    void theKnowledgeDiffShowsWhatWasRecorded() {
        var from = Instant.now();
        Api.create("capacities/a-recorded", capacity("a-recorded"));
        assertEquals("created", change(from, "a-recorded").required("change").asText());
    }

    @Test
    void theKnowledgeDiffShowsWhatWasCorrected() {
        Api.create("capacities/a-corrected", capacity("a-corrected"));
        var from = Instant.now();
        Api.curator()
                .header("If-Match", "*")
                .header("Change-Kind", "correction")
                .body(aCapacity()
                        .called("a-corrected")
                        .of("unitar")
                        .in("anti-trafficking")
                        .at("lead")
                        .json())
                .put("/v1/capacities/a-corrected")
                .then()
                .statusCode(200);
        assertEquals("corrected", change(from, "a-corrected").required("change").asText());
    }

    @Test
    void theKnowledgeDiffShowsWhatWasRetractedByWhatItSaid() {
        Api.create("capacities/a-retracted", capacity("a-retracted"));
        var from = Instant.now();
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/capacities/a-retracted")
                .then()
                .statusCode(204);
        var cause = change(from, "a-retracted");
        assertEquals("retracted", cause.required("change").asText());
        assertEquals(
                "Brings states together now and then.", cause.required("text").asText());
        assertEquals(1, cause.required("citations").size());
    }

    @Test
    void theKnowledgeDiffShowsAMandateThatWasPublished() throws InterruptedException {
        var from = Instant.now();
        Institutions.publish("mandate", "established", mandate("a-published"));
        assertEquals(
                "established", change(from, "a-published").required("change").asText());
    }

    @Test
    void betweenInstantsWithoutAWriteNothingDiffers() {
        var instant = Instant.now();
        var diff = Computed.json("coverage/diff?from=" + instant + "&to=" + instant + "&validAt=2004-12-31");
        assertEquals("[]", diff.required("functions").toString());
        assertEquals("[]", diff.required("institutions").toString());
    }

    private static JsonNode change(Instant from, String id) {
        var diff = Computed.json("coverage/diff?from=" + from + "&to=" + Instant.now() + "&validAt=2004-12-31");
        var cause = Computed.each(diff.required("functions"))
                .flatMap(function -> Computed.each(function.required("cells")))
                .flatMap(cell -> Computed.each(cell.required("causes")))
                .filter(candidate -> candidate.required("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertNotNull(Instant.parse(cause.required("recordedAt").asText()));
        return cause;
    }
}
