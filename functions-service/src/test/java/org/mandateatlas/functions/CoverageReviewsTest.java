package org.mandateatlas.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.testkit.Servers;

/** Reviews of mandates; institutions-service publishes a mandate of each kind. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class CoverageReviewsTest {

    private static final String THEN = "coverage/reviews?validAt=2004-12-31";

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @Test
    void aMandateOfWhichNoSourceTellsIsUnknown() throws InterruptedException {
        publish(mandate("r-unknown"));
        assertEquals(List.of("review-unknown"), kinds("r-unknown", ""));
    }

    @Test
    void aMandateWithoutAClauseIsFoundByWhereThatStands() throws InterruptedException {
        publish(reviewed("r-clauseless", false, null));
        assertEquals(List.of("no-review-clause"), kinds("r-clauseless", ""));
        assertEquals(
                "line 2",
                finding("r-clauseless", "")
                        .required("citations")
                        .required(0)
                        .required("locator")
                        .asText());
    }

    @Test
    void aMandateWhoseReviewIsYetToComeIsNotFound() throws InterruptedException {
        publish(reviewed("r-coming", true, "2004"));
        assertEquals(List.of(), kinds("r-coming", ""));
    }

    @Test
    void aReviewIsOverdueFromTheDayAfterTheLastThatItsDateAllows() throws InterruptedException {
        publish(reviewed("r-overdue", true, "2004-12"));
        assertEquals(List.of(), kinds("r-overdue", ""));
        assertEquals(
                List.of("overdue"),
                Computed.each(Computed.json("coverage/reviews?validAt=2005-01-01")
                                .required("items"))
                        .filter(item -> item.required("mandate").asText().equals("r-overdue"))
                        .map(item -> item.required("kind").asText())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "&within=364, 0", "&within=365, 1", "&within=36500, 1"})
    void aMandateLapsesWhenItsLastDayIsWithinReach(String within, int found) throws InterruptedException {
        var lapsing = reviewed("r-lapsing-" + found + within.length(), true, null);
        lapsing.putObject("validity").put("from", "2000").put("to", within.isEmpty() ? "2006" : "2005");
        publish(lapsing);
        assertEquals(found, kinds(lapsing.required("id").asText(), within).size());
    }

    @Test
    void aMandateThatHasEndedIsNotFound() throws InterruptedException {
        var ended = mandate("r-ended");
        ended.putObject("validity").put("from", "2000").put("to", "2003");
        publish(ended);
        assertEquals(List.of(), kinds("r-ended", ""));
    }

    @Test
    void aMandateWhosePlaceWasTakenWithoutAWordIsFoundWithTheOneThatTookIt() throws InterruptedException {
        publish(reviewed("r-forgotten", true, null));
        publish(superseding("r-newer", "r-forgotten", "implicit"));
        assertEquals(List.of("implicitly-superseded"), kinds("r-forgotten", ""));
        assertEquals(
                "r-newer", finding("r-forgotten", "").required("supersededBy").asText());
    }

    @Test
    void aMandateThatWasSupersededOutrightIsNotFound() throws InterruptedException {
        publish(reviewed("r-replaced", true, null));
        publish(superseding("r-replacing", "r-replaced", "explicit"));
        assertEquals(List.of(), kinds("r-replaced", ""));
    }

    @Test
    void whatIsPlannedOnlyTakesNoPlaceYet() throws InterruptedException {
        publish(reviewed("r-holding", true, null));
        var planned = superseding("r-planned", "r-holding", "implicit");
        planned.putObject("validity").put("from", "2006");
        publish(planned);
        assertEquals(List.of(), kinds("r-holding", ""));
    }

    @Test
    void aMandateThatMovedIsFoundWithItsHolderOfTheDay() throws InterruptedException {
        var moved = mandate("r-moved");
        var earlier = moved.putArray("earlierHolders").addObject().put("institution", "unhcr");
        earlier.putObject("validity").put("to", "2004");
        publish(moved);
        assertEquals("unhcr", finding("r-moved", "").required("institution").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "&kind=review-unknown, 1",
        "&kind=overdue, 0",
        "&kind=overdue&kind=review-unknown, 1",
        "&institution=unitar, 1",
        "&institution=iom, 0",
        "&function=anti-trafficking, 1",
        "&function=coordination, 0",
        "&function=coordination&function=anti-trafficking, 1"
    })
    void findingsAreFilteredByKindHolderAndFunction(String filter, int found) throws InterruptedException {
        publish(mandate("r-filtered"));
        assertEquals(found, kinds("r-filtered", filter).size());
    }

    @Test
    void everyFindingHasACitation() {
        assertTrue(Computed.each(Computed.json(THEN).required("items"))
                .noneMatch(finding -> finding.required("citations").isEmpty()));
    }

    private static List<String> kinds(String mandate, String filter) {
        return Computed.each(Computed.json(THEN + filter).required("items"))
                .filter(item -> item.required("mandate").asText().equals(mandate))
                .map(item -> item.required("kind").asText())
                .toList();
    }

    private static JsonNode finding(String mandate, String filter) {
        return Computed.each(Computed.json(THEN + filter).required("items"))
                .filter(item -> item.required("mandate").asText().equals(mandate))
                .findFirst()
                .orElseThrow();
    }

    private static void publish(ObjectNode mandate) throws InterruptedException {
        Institutions.publish("mandate", "established", mandate);
    }

    private static ObjectNode mandate(String id) {
        return DocumentJson.stored("""
                {"id": "%s", "institution": "unitar", "title": "Train", "functions": ["anti-trafficking"],
                 "validity": {"from": "2001"}, "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(id));
    }

    private static ObjectNode reviewed(String id, boolean clause, @Nullable String dueOn) {
        var mandate = mandate(id);
        var review = mandate.putObject("review").put("clause", clause).put("dueOn", dueOn);
        review.putArray("citations").addObject().put("source", "newland-2004").put("locator", "line 2");
        return mandate;
    }

    private static ObjectNode superseding(String id, String superseded, String manner) {
        var mandate = reviewed(id, true, null);
        var supersession = mandate.putArray("supersedes")
                .addObject()
                .put("mandate", superseded)
                .put("manner", manner);
        supersession.putArray("citations").addObject().put("source", "newland-2004");
        return mandate;
    }
}
