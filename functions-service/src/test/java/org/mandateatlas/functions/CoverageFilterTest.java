package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.CoverageFixture.COVERAGE;
import static org.mandateatlas.functions.CoverageFixture.DIFF;
import static org.mandateatlas.functions.CoverageFixture.GAPS;
import static org.mandateatlas.functions.CoverageFixture.OVERLAPS;
import static org.mandateatlas.functions.CoverageFixture.items;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.testkit.Servers;

/** The filters of coverage responses, and parameters that are rejected. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class CoverageFilterTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @Test
    void onlyTheFunctionsThatAreAskedForAreShown() {
        var shown = Computed.json(COVERAGE + "&function=coordination&function=rights-protection");
        assertEquals(List.of("coordination"), Computed.texts(shown.required("functions"), "id"));
        assertEquals(List.of("rights-protection"), Computed.texts(shown.required("setAside"), "id"));
    }

    @Test
    void onlyTheInstitutionsThatAreAskedForAreShownAndWhatIsCountedStays() {
        var shown = Computed.json(COVERAGE + "&institution=wto&function=negotiation-support")
                .required("functions")
                .required(0);
        assertEquals(List.of("wto"), Computed.texts(shown.required("cells"), "institution"));
        assertEquals(2, shown.required("mandated").asInt());
    }

    @Test
    void ofAPopulationOnlyItsMandatesAndCapacitiesCount() {
        var shown = Computed.json(COVERAGE + "&population=service-suppliers");
        assertEquals(
                Set.of("migration-facilitation wto", "negotiation-support wto", "standard-setting wto"),
                Computed.cells(shown).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gap", "single", "overlap"})
    void onlyFunctionsOfTheClassificationAreShown(String classification) {
        var shown = Computed.functions(Computed.json(COVERAGE + "&classification=" + classification));
        assertEquals(
                Set.of(classification),
                Set.copyOf(shown.stream()
                        .map(function -> function.required("classification").asText())
                        .toList()));
    }

    @ParameterizedTest
    @CsvSource({"starting-point, setAside", "set-aside, functions"})
    void onlyFunctionsOfTheStandingAreShown(String standing, String emptied) {
        assertEquals(
                "[]",
                Computed.json(COVERAGE + "&standing=" + standing)
                        .required(emptied)
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"function", "capacity", "mandate"})
    void onlyGapsOfTheKindAreShown(String kind) {
        assertEquals(Set.of(kind), Set.copyOf(Computed.texts(items(GAPS + "&kind=" + kind), "kind")));
    }

    @Test
    void gapsOfAnInstitutionAreItsOwn() {
        assertEquals(
                List.of("enforcement-and-border-control", "compulsory-returns"),
                Computed.texts(items(GAPS + "&institution=iom&standing=set-aside"), "function"));
    }

    @Test
    void overlapsOfAnInstitutionAreShownWithTheOthers() {
        var overlap = items(OVERLAPS + "&institution=unhcr&function=service-provision");
        assertEquals(List.of("iom", "unhcr"), Computed.texts(overlap.required(0).required("cells"), "institution"));
    }

    @Test
    void theDiffOfAFunctionAndAnInstitutionIsAboutThem() {
        var diff = Computed.json(DIFF + "&function=coordination&institution=iom");
        assertEquals(List.of("coordination"), Computed.texts(diff.required("functions"), "id"));
        assertEquals(
                List.of("iom"),
                Computed.texts(diff.required("functions").required(0).required("cells"), "institution"));
        assertEquals(List.of("iom"), Computed.texts(diff.required("institutions"), "id"));
    }

    @ParameterizedTest
    @CsvSource({
        "coverage?colour=red, colour",
        "coverage?kind=capacity, kind",
        "coverage?function=Border Walls, function",
        "coverage?institution=I_O_M, institution",
        "coverage?population=kings, population",
        "coverage?classification=wide, classification",
        "coverage?standing=sitting, standing",
        "coverage?includeUnconfirmed=perhaps, includeUnconfirmed",
        "coverage/gaps?includeUnconfirmed=, includeUnconfirmed",
        "coverage/institutions/iom?includeUnconfirmed=1, includeUnconfirmed",
        "coverage/diff?from=2004-12-31&to=2026-01-01&includeUnconfirmed=true, includeUnconfirmed",
        "policy-options/wto-model/simulation?includeUnconfirmed=yes, includeUnconfirmed",
        "coverage?validAt=2004, validAt",
        "coverage?validAt=2004-02-30, validAt",
        "coverage?validAt=2004-01-01&validAt=2004-01-02, validAt",
        "coverage?knownAt=2004-01-01, knownAt",
        "coverage/gaps?kind=colour, kind",
        "coverage/gaps?within=5, within",
        "coverage/overlaps?kind=function, kind",
        "coverage/reviews?kind=overlooked, kind",
        "coverage/reviews?within=-1, within",
        "coverage/reviews?within=36501, within",
        "coverage/reviews?within=soon, within",
        "coverage/diff, from",
        "coverage/diff?from=2004-12-31, to",
        "coverage/diff?from=2004-12-31&to=2004-12-30, to",
        "coverage/diff?from=2004-12-31&to=2026-01-01T00:00:00Z, to",
        "coverage/diff?from=2004-12-31&to=2026-01-01&validAt=2005-01-01, validAt",
        "coverage/diff?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&knownAt=2026-01-02T00:00:00Z, knownAt",
        "coverage/diff?from=2026-01-01T00:00:00Z&to=2999-01-01T00:00:00Z, to"
    })
    void aParameterThatIsUnknownOrMalformedIsRefusedByItsName(String path, String parameter) {
        given().get("/v1/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.parameter", contains(parameter));
    }

    @Test
    void anotherFormThanJsonAndCsvIsNotAcceptable() {
        given().accept("application/xml").get("/v1/coverage").then().statusCode(406);
    }
}
