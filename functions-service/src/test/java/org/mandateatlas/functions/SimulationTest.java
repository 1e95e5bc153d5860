package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.testkit.Servers;

/** Simulations of the seven policy options and of a caller's own operations. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
@TestProfile(AsShipped.class)
class SimulationTest {

    private static final String CREATE =
            "{`type`: `create-institution`, `institution`: `wmo`, `name`: `World Migration Organization`}";
    private static final String END_IOM = "{`type`: `end-institution`, `institution`: `iom`}";
    private static final String STATUS =
            "{`type`: `set-un-status`, `institution`: `iom`, `status`: `specialized-agency`}";

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @ParameterizedTest
    @CsvSource({
        "bring-iom-into-un, 2004-12-31, 1",
        "create-new-agency, 2004-12-31, 9",
        "designate-lead-agency, 2004-12-31, 3",
        "coordination-model, 2004-12-31, 5",
        "leadership-model, 2004-12-31, 6",
        "wto-model, 2004-12-31, 3",
        "evolutionary-model, 2010-12-31, 0"
    })
    void anOptionIsAppliedToItsBaseline(String option, String baseline, int steps) {
        var simulation = ofOption(option);
        assertEquals(option, simulation.required("policyOption").asText());
        assertEquals(baseline, simulation.required("validAt").asText());
        assertEquals(steps, simulation.required("trace").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bring-iom-into-un",
                "create-new-agency",
                "designate-lead-agency",
                "coordination-model",
                "leadership-model",
                "wto-model"
            })
    void everyStepIsToldInASentence(String option) {
        ofOption(option).required("trace").forEach(step -> assertSentence(step.required("text")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-new-agency", "designate-lead-agency", "leadership-model", "wto-model"})
    void everyConsequenceIsToldInASentence(String option) {
        var consequences = ofOption(option).findValues("consequences").stream()
                .flatMap(Computed::each)
                .toList();
        assertTrue(!consequences.isEmpty());
        consequences.forEach(SimulationTest::assertSentence);
    }

    private static void assertSentence(JsonNode text) {
        assertTrue(text.asText().matches("(?s)[\\p{Lu}0-9].{10,}\\."), text::asText);
    }

    @Test
    void bringingIomIntoTheUnClosesNoGap() {
        var simulation = ofOption("bring-iom-into-un");
        for (var list : List.of("gapsClosed", "gapsOpened", "overlapsAdded", "overlapsRemoved", "cells")) {
            assertEquals("[]", simulation.required(list).toString(), list);
        }
        assertEquals(
                simulation.required("before").required("functions"),
                simulation.required("after").required("functions"));
    }

    @Test
    void bringingIomIntoTheUnTouchesIomAndNoMandate() {
        var simulation = ofOption("bring-iom-into-un");
        assertEquals("[\"iom\"]", simulation.required("institutionsTouched").toString());
        assertEquals("[]", simulation.required("mandatesTouched").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandates", "capacities"})
    void aNewAgencyConcentratesWhatManyCarried(String carried) {
        var simulation = ofOption("create-new-agency");
        assertTrue(concentration(simulation, "after", carried) > concentration(simulation, "before", carried));
    }

    private static double concentration(JsonNode simulation, String side, String carried) {
        return simulation
                .required(side)
                .required("totals")
                .required("concentration")
                .required(carried)
                .asDouble();
    }

    @Test
    void aNewAgencyClosesNoGapOfAFunction() {
        assertTrue(!Computed.texts(ofOption("create-new-agency").required("gapsClosed"), "kind")
                .contains("function"));
    }

    @Test
    void aLeadAgencyHasMandatesWithoutTheCapacity() {
        assertEquals(
                List.of("policy-research", "negotiation-support", "anti-trafficking", "migration-and-development"),
                Computed.each(ofOption("designate-lead-agency").required("gapsOpened"))
                        .filter(gap -> gap.required("kind").asText().equals("capacity"))
                        .map(gap -> gap.required("function").asText())
                        .toList());
    }

    @Test
    void aWtoModelClosesTheGapOfNegotiationsOnly() {
        var closed = ofOption("wto-model").required("gapsClosed");
        assertEquals(List.of("negotiation-support"), Computed.texts(closed, "function"));
        assertEquals(List.of("function"), Computed.texts(closed, "kind"));
    }

    @Test
    void anOptionIsAppliedToAnotherDayToo() {
        var simulation = Computed.json("policy-options/wto-model/simulation?validAt=2026-01-01");
        assertEquals("2026-01-01", simulation.required("validAt").asText());
    }

    @Test
    void onADayWhenAnOperationCannotBeAppliedTheOptionIsRefusedAtThatStep() {
        given().get("/v1/policy-options/create-new-agency/simulation?validAt=1930-01-01")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.pointer", contains("/operations/1/from"));
    }

    @Test
    void anOptionThatIsNotThereIsNotFound() {
        given().get("/v1/policy-options/world-government/simulation").then().statusCode(404);
    }

    @Test
    void anOptionThatWasNotKnownThenIsNotFound() {
        given().get("/v1/policy-options/wto-model/simulation?knownAt=2001-01-01T00:00:00Z")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsNoIdOfAnOptionIsRefused() {
        given().get("/v1/policy-options/WTO_Model/simulation").then().statusCode(400);
    }

    @Test
    void aSimulationThatTheClientHasIsNotSentAgain() {
        var path = "/v1/policy-options/wto-model/simulation";
        var tag = given().get(path).header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void noOperationChangesNothing() {
        var simulation = posted();
        assertEquals(simulation.required("before"), simulation.required("after"));
        assertEquals("[]", simulation.required("cells").toString());
    }

    @Test
    void whatIsAssignedFillsTheFunctionAndIsAMandateGap() {
        var simulation = posted(
                "{`type`: `assign-capacity`, `institution`: `unctad`, `function`: `anti-trafficking`, `level`: `lead`}");
        assertEquals(List.of("function anti-trafficking null"), gaps(simulation.required("gapsClosed")));
        assertEquals(List.of("mandate anti-trafficking unctad"), gaps(simulation.required("gapsOpened")));
        assertEquals(
                "{\"state\":\"performed-only\",\"lead\":true,\"level\":\"lead\",\"reason\":null,\"lastAttested\":null,\"mandates\":0}",
                simulation.required("cells").required(0).required("after").toString());
    }

    private static List<String> gaps(JsonNode shifts) {
        return Computed.each(shifts)
                .map(gap -> gap.required("kind").asText() + " "
                        + gap.required("function").asText() + " "
                        + gap.required("institution").asText())
                .toList();
    }

    @Test
    void aMandateThatIsTransferredWithItsCapacitiesMovesTheCell() {
        var simulation = posted("{`type`: `transfer-mandates`, `from`: `wto`, `to`: `unctad`,"
                + " `functions`: [`negotiation-support`], `capacities`: true}");
        assertEquals(
                "[\"wto-doha-services\",\"wto-services-mode-4\",\"wto-trade-negotiations\"]",
                simulation.required("mandatesTouched").toString());
        assertEquals(
                "[\"wto-negotiation-support\"]",
                simulation.required("capacitiesTouched").toString());
        assertEquals(
                List.of("unctad empty mandated-and-performed", "wto mandated-and-performed empty"),
                Computed.each(simulation.required("cells"))
                        .map(cell -> cell.required("institution").asText() + " "
                                + cell.required("before").required("state").asText() + " "
                                + cell.required("after").required("state").asText())
                        .toList());
    }

    @Test
    void anOperationSeesWhatTheOnesBeforeItDid() {
        var simulation = posted(
                CREATE,
                "{`type`: `grant-mandate`, `institution`: `wmo`, `title`: `All`," + " `functions`: [`coordination`]}");
        assertEquals(
                "[\"granted-to-wmo-1\"]", simulation.required("mandatesTouched").toString());
    }

    @Test
    void aDesignatedLeadHasNoCapacityByIt() {
        var after = posted("{`type`: `set-lead`, `institution`: `unctad`, `functions`: [`anti-trafficking`]}")
                .required("cells")
                .required(0)
                .required("after");
        assertEquals(
                "{\"state\":\"empty\",\"lead\":true,\"level\":null,\"reason\":null,\"lastAttested\":null,\"mandates\":0}",
                after.toString());
    }

    @Test
    void aSimulationNeedsNoTokenAndIsNotKept() {
        post("{\"operations\": []}").statusCode(200).header("Cache-Control", "no-store");
    }

    @Test
    void nothingIsStoredOrPublished() {
        var before = given().get("/v1/coverage").header("Atlas-Position");
        ofOption("create-new-agency");
        posted(CREATE, END_IOM);
        assertEquals(before, given().get("/v1/coverage").header("Atlas-Position"));
    }

    @Test
    void whatASimulationMakesIsNotThereForTheNext() {
        posted(CREATE);
        assertEquals(
                Set.of("wmo"),
                Set.copyOf(Computed.each(posted(CREATE).required("institutionsTouched"))
                        .map(JsonNode::asText)
                        .toList()));
    }

    @Test
    void anAnswerSaysThePointOfTheLogsThatItRestsOn() {
        var answer = post("{\"operations\": []}").statusCode(200).extract();
        assertEquals(answer.<String>path("position"), answer.header("Atlas-Position"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "institution | {`type`: `create-institution`, `institution`: `iom`, `name`: `IOM`}",
                "institution | {`type`: `end-institution`, `institution`: `atlantis`}",
                "institution | {`type`: `end-institution`, `institution`: `human-rights-council`}",
                "from | {`type`: `transfer-mandates`, `from`: `atlantis`, `to`: `iom`, `capacities`: true}",
                "to | {`type`: `transfer-mandates`, `from`: `iom`, `to`: `atlantis`, `capacities`: true}",
                "from | {`type`: `transfer-mandates`, `from`: `unctad`, `to`: `iom`, `capacities`: true}",
                "from | {`type`: `transfer-mandates`, `from`: `iom`, `to`: `ilo`, `functions`: [`negotiation-support`], `capacities`: true}",
                "functions | {`type`: `transfer-mandates`, `from`: `iom`, `to`: `ilo`, `functions`: [`border-walls`], `capacities`: true}",
                "institution | {`type`: `grant-mandate`, `institution`: `atlantis`, `title`: `T`, `functions`: [`coordination`]}",
                "functions | {`type`: `grant-mandate`, `institution`: `iom`, `title`: `T`, `functions`: [`border-walls`]}",
                "institution | {`type`: `assign-capacity`, `institution`: `atlantis`, `function`: `coordination`, `level`: `lead`}",
                "function | {`type`: `assign-capacity`, `institution`: `iom`, `function`: `border-walls`, `level`: `lead`}",
                "institution | {`type`: `set-lead`, `institution`: `atlantis`, `functions`: [`coordination`]}",
                "functions | {`type`: `set-lead`, `institution`: `iom`, `functions`: [`border-walls`]}",
                "institution | {`type`: `set-un-status`, `institution`: `atlantis`, `status`: `secretariat`}"
            })
    void anOperationThatCannotBeAppliedIsNamedByItsPlace(String field, String operation) {
        for (var before : List.of(0, 1, 3)) {
            var operations = new ArrayList<>(Collections.nCopies(before, STATUS));
            operations.add(operation);
            post(reform(operations))
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("violations.pointer", contains("/operations/" + before + "/" + field))
                    .body("detail", containsString("Step " + (before + 1)));
        }
    }

    @Test
    void whatAnEarlierOperationEndedCannotBeUsed() {
        post(reform(List.of(END_IOM, STATUS)))
                .statusCode(422)
                .body("violations.pointer", contains("/operations/1/institution"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "400 | /operations/0/type | {`type`: `paint`, `institution`: `iom`}",
                "400 | /operations/0/type | {}",
                "400 | /operations/0 | null",
                "400 | /operations/0 | 7",
                "400 | /operations/0/colour | {`type`: `end-institution`, `institution`: `iom`, `colour`: `red`}",
                "400 | /operations/0/level | {`type`: `assign-capacity`, `institution`: `iom`, `function`: `coordination`, `level`: `high`}",
                "422 | /operations/0/institution | {`type`: `end-institution`}",
                "422 | /operations/0/institution | {`type`: `end-institution`, `institution`: `I O M`}",
                "422 | /operations/0/name | {`type`: `create-institution`, `institution`: `wmo`, `name`: ` `}",
                "422 | /operations/0/to | {`type`: `transfer-mandates`, `from`: `iom`, `to`: `iom`, `capacities`: true}",
                "422 | /operations/0/functions/1 | {`type`: `set-lead`, `institution`: `iom`, `functions`: [`coordination`, `coordination`]}",
                "422 | /operations/0/reason | {`type`: `assign-capacity`, `institution`: `iom`, `function`: `coordination`, `level`: `none`}"
            })
    void whatIsNoOperationIsRefusedAtItsPlace(int status, String pointer, String operation) {
        post(reform(List.of(operation))).statusCode(status).body("violations.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{`operations`: 7}",
                "{`operations`: {}}",
                "{`operation`: []}",
                "{`operations`: [], `operations`: []}",
                "{`operations`: []} {}"
            })
    void aBodyThatIsNoReformIsRefused(String body) {
        post(body.replace('`', '"')).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anUnknownFieldIsNamed() {
        post("{\"operations\": [], \"colour\": \"red\"}")
                .statusCode(400)
                .body("violations.pointer", contains("/colour"));
    }

    @Test
    void whatMandatesNameIsNotCreatedOverThem() throws InterruptedException {
        Institutions.publish("mandate", "established", DocumentJson.stored("""
                {"id": "s-ghostly", "institution": "ghost", "title": "Haunt", "functions": ["coordination"],
                 "validity": {"from": "2001"}, "citations": [{"source": "newland-2004", "locator": "line 1"}]}"""));

        post(reform(List.of("{`type`: `create-institution`, `institution`: `ghost`, `name`: `Ghost`}")))
                .statusCode(422)
                .body("violations.pointer", contains("/operations/0/institution"));
    }

    @Test
    void moreOperationsThanAreReadAreRefused() {
        post(reform(Collections.nCopies(101, STATUS)))
                .statusCode(422)
                .body("violations.pointer", contains("/operations"));
    }

    @Test
    void asManyOperationsAsAreReadAreApplied() {
        post(reform(Collections.nCopies(100, STATUS))).statusCode(200).body("trace.size()", equalTo(100));
    }

    @Test
    void aBodyThatIsNoJsonIsNotRead() {
        given().contentType("text/plain")
                .body("{}")
                .post("/v1/simulations")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"operation\": []}"})
    void operationsAreRequired(String body) {
        post(body).statusCode(400).body("violations.pointer", hasItem(startsWith("/operation")));
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() {
        post("{\"operations\": [" + " ".repeat(600_000) + "]}").statusCode(413).contentType("application/problem+json");
    }

    @Test
    void anUnknownParameterIsRefused() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/simulations?colour=red")
                .then()
                .statusCode(400)
                .body("violations.parameter", contains("colour"));
    }

    private static ObjectNode ofOption(String option) {
        return Computed.json("policy-options/" + option + "/simulation");
    }

    private static ObjectNode posted(String... operations) {
        return DocumentJson.stored(
                post(reform(List.of(operations))).statusCode(200).extract().asString());
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/simulations?validAt=2004-12-31")
                .then();
    }

    private static String reform(List<String> operations) {
        return "{\"operations\": [" + String.join(", ", operations).replace('`', '"') + "]}";
    }
}
