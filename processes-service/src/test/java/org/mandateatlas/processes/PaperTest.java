package org.mandateatlas.processes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.testkit.Servers;

/** The dataset contains the processes of the paper and later developments. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(InstitutionsAndFunctions.class)
class PaperTest {

    private static final String THEN = "2004-12-31";

    @ParameterizedTest
    @ValueSource(strings = {"berne-initiative", "hague-process", "geneva-migration-group"})
    void aProcessOfThePaperCitesIt(String id) {
        read("processes/" + id + "?validAt=" + THEN)
                .body("citations.source", hasItem("newland-2004"))
                .body("strengths", not(empty()))
                .body("weaknesses", not(empty()))
                .body("strengths.citations.flatten().source", everyItem(not(empty())))
                .body("weaknesses.citations.flatten().source", hasItem("newland-2004"));
    }

    @Test
    void theBerneInitiativeIsSwissAndForStates() {
        read("processes/berne-initiative?validAt=" + THEN)
                .body("validity.from", equalTo("2001-06"))
                .body("kind", equalTo("consultation"))
                .body("openTo.who", contains("states"))
                .body("normativity.level", equalTo("partly-normative"))
                .body("strengths.text", hasItem(containsString("Slaughter")));
        read("participations?process=berne-initiative&role=initiator&validAt=" + THEN)
                .body("items.institution", contains("government-of-switzerland"));
        read("participations?process=berne-initiative&role=secretariat&validAt=" + THEN)
                .body("items.institution", hasItem("iom"));
        read("outputs?process=berne-initiative")
                .body("items.kind", hasItem("agenda"))
                .body("items.force", everyItem(equalTo("non-binding")));
    }

    @Test
    void theHagueProcessHasThreeStartingYears() {
        read("processes/hague-process")
                .body("validity.from", equalTo("2000"))
                .body(
                        "citations.findAll { it.stance == 'contradicts' }.statedValue",
                        hasItems(containsString("1998"), containsString("1999")))
                .body(
                        "citations.find { it.stance == 'contradicts' && it.source == 'newland-2004' }.statedValue",
                        containsString("1999"));
    }

    @Test
    void theHagueDeclarationHas21Principles() {
        read("processes/hague-process?validAt=" + THEN)
                .body("normativity.level", equalTo("normative"))
                .body("weaknesses.citations.flatten().locator", hasItem("lines 552-553"));
        read("outputs?process=hague-process&kind=declaration")
                .body("items.figures.flatten().find { it.measure == 'principles' }.value", equalTo(21));
    }

    @Test
    void theGenevaMigrationGroupHadSixMembersWhoMetEveryQuarter() {
        read("processes/geneva-migration-group?validAt=" + THEN)
                .body("kind", equalTo("inter-agency-mechanism"))
                .body("frequency.text", contains(containsString("quarter")))
                .body("figures.find { it.measure == 'member-agencies' }.value", equalTo(6));
        read("participations?process=geneva-migration-group&role=member&validAt=" + THEN)
                .body("items.institution", containsInAnyOrder("unhcr", "iom", "ilo", "ohchr", "unctad", "unodc"));
        read("participations?process=geneva-migration-group&role=member&validAt=2003-01-01")
                .body("items", empty());
    }

    @Test
    void theGenevaMigrationGroupLivesOnInTheUnNetwork() {
        read("processes/un-network-on-migration").body("predecessors.process", contains("global-migration-group"));
        read("processes/global-migration-group").body("predecessors.process", contains("geneva-migration-group"));
    }

    @ParameterizedTest
    @CsvSource({
        "2006-06-30, ",
        "2006-12-31, unhcr",
        "2007-01-01, iom",
        "2007-09-15, un-desa",
        "2008-03-01, unfpa",
        "2008-12-01, unctad",
        "2009-03-01, ",
        "2009-06-01, unitar",
        "2010-02-01, undp",
        "2011-12-31, unesco",
        "2006-05-09, unctad",
        "2012-03-01, unesco",
        "2012-10-01, unodc"
    })
    void aDayShowsWhoChairedTheGlobalMigrationGroupThen(String day, String chair) {
        read("participations?process=global-migration-group&role=chair&validAt=" + day)
                .body("items.institution", equalTo(chair == null ? List.of() : List.of(chair)));
    }

    @Test
    void theChairsOfTheGlobalMigrationGroupUntil2013FormASeries() {
        var terms = read("participations?process=global-migration-group&role=chair")
                .extract()
                .jsonPath();
        List<String> starts = terms.getList("items.findAll { it.validity.from < '2013-07' }.validity.from");
        List<String> ends = terms.getList("items.findAll { it.validity.from < '2013-07' }.validity.to");
        Collections.sort(starts);
        Collections.sort(ends);

        assertEquals(14, starts.size());
        for (var i = 1; i < starts.size(); i++) {
            assertTrue(ends.get(i - 1).compareTo(starts.get(i)) < 0, starts.get(i) + " is after the term before");
        }
    }

    @Test
    void onlyTheHagueProcessWasOpenToBusinessAndCivilSociety() {
        read("processes?openTo=private-sector&openTo=civil-society&validAt=" + THEN)
                .body("items.id", contains("hague-process"));
    }

    @Test
    void iomTookPartInMuchThatWentOnIn2004() {
        read("processes?participant=iom&validAt=" + THEN)
                .body("items.id", hasItems("berne-initiative", "geneva-migration-group"))
                .body("items.id", not(hasItem("hague-process")));
    }

    private static ValidatableResponse read(String path) {
        return given().when().get("/v1/" + path).then().statusCode(200);
    }
}
