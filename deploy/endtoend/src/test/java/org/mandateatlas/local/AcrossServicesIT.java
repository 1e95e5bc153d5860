package org.mandateatlas.local;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the services of a suite know of each other: references, computed responses and events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
@Order(3)
class AcrossServicesIT {

    private final LaunchedSuite suite;
    private final MandateTopic mandates;

    AcrossServicesIT(LaunchedSuite suite) {
        this.suite = suite;
        this.mandates = new MandateTopic(suite.kafka());
    }

    @Test
    void aCapacityRefersToAnInstitutionOfTheOtherService() throws Exception {
        for (var institution : List.of("iom", "atlantis")) {
            suite.request()
                    .auth()
                    .oauth2(token())
                    .contentType("application/json")
                    .header("If-None-Match", "*")
                    .body("""
                            {"institution": "%s", "function": "coordination", "level": "limited", "text": "Made for a test.",
                             "citations": [{"source": "newland-2004"}]}""".formatted(institution))
                    .put("/v1/capacities/suite-" + institution)
                    .then()
                    .statusCode(institution.equals("iom") ? 201 : 422);
        }
    }

    @Test
    void aParticipationRefersToInstitutionsAndAProcessToFunctionsOfOtherServices() throws Exception {
        for (var institution : List.of("iom", "atlantis")) {
            suite.request()
                    .auth()
                    .oauth2(token())
                    .contentType("application/json")
                    .header("If-None-Match", "*")
                    .body("""
                            {"process": "icpd", "institution": "%s", "role": "observer",
                             "citations": [{"source": "newland-2004"}]}""".formatted(institution))
                    .put("/v1/participations/suite-" + institution)
                    .then()
                    .statusCode(institution.equals("iom") ? 201 : 422);
        }
        for (var function : List.of("coordination", "border-walls")) {
            suite.request()
                    .auth()
                    .oauth2(token())
                    .contentType("application/json")
                    .header("If-None-Match", "*")
                    .body("""
                            {"name": "Made for a test", "kind": "forum", "summary": "Nothing.", "functions": ["%s"],
                             "citations": [{"source": "newland-2004"}]}""".formatted(function))
                    .put("/v1/processes/suite-" + function)
                    .then()
                    .statusCode(function.equals("coordination") ? 201 : 422);
        }
    }

    @Test
    void theNetworkIsCompleteWhenTheSuiteIsReady() {
        suite.request()
                .get("/v1/network?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .header("Atlas-Position", containsString("institution:"))
                .body(
                        "nodes.find { it.key == 'institution:iom' }.name",
                        equalTo("International Organization for Migration"));
    }

    @Test
    void coverageIsCompleteWhenTheSuiteIsReady() {
        suite.request()
                .get("/v1/coverage?validAt=2004-12-31&function=data-and-analysis")
                .then()
                .statusCode(200)
                .body("functions[0].classification", equalTo("single"))
                .body("functions[0].cells.institution", hasItem("un-desa-population-division"));
    }

    @Test
    void coverageAtThePositionOfAWriteReflectsTheWrite() throws Exception {
        var answer = suite.request()
                .auth()
                .oauth2(token())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"functions\": [\"compulsory-returns\"]}")
                .patch("/v1/mandates/unitar-migration-policy-training");
        assertEquals(200, answer.statusCode(), answer.asString());

        suite.request()
                .queryParam("position", answer.header("Atlas-Position"))
                .get("/v1/coverage?validAt=2004-12-31&function=compulsory-returns&institution=unitar")
                .then()
                .statusCode(200)
                .body("setAside[0].cells[0].state", equalTo("mandated-only"))
                .body("setAside[0].cells[0].mandates.id", equalTo(List.of("unitar-migration-policy-training")));
    }

    @Test
    void coverageAnswersWhileTheOwnerOfMandatesDoesNot() throws Exception {
        var before = suite.request().get("/v1/coverage?validAt=2004-12-31").asString();
        var service = suite.register().running("institutions-service").orElseThrow();
        LaunchedSuite.signal("STOP", service.pid());
        try {
            assertEquals(
                    before,
                    suite.request().get("/v1/coverage?validAt=2004-12-31").asString());
            suite.request()
                    .get("/v1/coverage/gaps?validAt=2004-12-31")
                    .then()
                    .statusCode(200)
                    .header("Atlas-Position", containsString("mandate:"));
            suite.request()
                    .get("/v1/policy-options/wto-model/simulation")
                    .then()
                    .statusCode(200);
        } finally {
            LaunchedSuite.signal("CONT", service.pid());
        }
    }

    @Test
    void aTransferIsOneEventAndPartOfHistory() throws Exception {
        var before = mandateOfIom();
        var id = before.getString("id");
        var sequence = mandates.end();
        var knownBefore = Instant.now();
        Thread.sleep(50);

        var document = before.<String, Object>getMap("");
        document.put("institution", "unhcr");
        var answer = suite.request()
                .header("Authorization", "Bearer " + token())
                .header("If-Match", "\"" + before.getInt("version") + "\"")
                .header("Change-Note", "The charge moves.")
                .contentType("application/json")
                .body(document)
                .put("/v1/mandates/" + id);
        assertEquals(200, answer.statusCode(), answer.asString());

        var events = mandates.after(sequence, Duration.ofSeconds(3));
        assertEquals(1, events.size(), events.toString());
        var event = events.getFirst();
        var value = JsonPath.from(event.value());
        assertEquals("org.mandateatlas.mandate.transferred.v1", MandateTopic.header(event, "ce_type"));
        assertEquals(id, MandateTopic.header(event, "ce_subject"));
        assertEquals("%010d".formatted(sequence + 1), MandateTopic.header(event, "ce_sequence"));
        assertEquals("iom", value.getString("previous.institution"));
        assertEquals("unhcr", value.getString("document.institution"));
        assertTrue(value.getList("patch.path").contains("/institution"), event.value());
        assertEquals("The charge moves.", value.getString("note"));
        assertEquals("ana", value.getString("actor"));

        suite.request()
                .get("/v1/mandates/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.last().change", equalTo("transferred"));
        suite.request()
                .queryParam("knownAt", knownBefore.toString())
                .get("/v1/mandates/" + id)
                .then()
                .statusCode(200)
                .body("institution", equalTo("iom"));
        suite.request().get("/v1/mandates/" + id).then().statusCode(200).body("institution", equalTo("unhcr"));
    }

    @Test
    void everyEventIsValidAgainstItsSchema() throws Exception {
        var events = new PublishedEvents(suite);
        events.check();

        assertEquals(List.of(), events.faults());
        assertEquals(13, events.counts().size(), events.counts().toString());
        assertTrue(
                events.counts().values().stream().mapToInt(count -> count).sum() > 700,
                events.counts().toString());
    }

    @Test
    void aWriteWithoutATokenIsRejected() {
        suite.request()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{}")
                .put("/v1/mandates/iom-forum")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private JsonPath mandateOfIom() {
        var id = suite.request()
                .get("/v1/mandates?institution=iom&limit=1")
                .jsonPath()
                .getString("items[0].id");
        return suite.request().get("/v1/mandates/" + id).jsonPath();
    }

    private String token() throws Exception {
        var token = suite.run("token", "--actor", "ana");
        assertEquals(0, token.exit(), token.output());
        return token.output().strip();
    }
}
