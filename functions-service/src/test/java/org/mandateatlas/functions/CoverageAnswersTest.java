package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.CoverageFixture.COVERAGE;
import static org.mandateatlas.functions.CoverageFixture.DIFF;
import static org.mandateatlas.functions.CoverageFixture.GAPS;
import static org.mandateatlas.functions.CoverageFixture.OVERLAPS;
import static org.mandateatlas.functions.CoverageFixture.REVIEWS;
import static org.mandateatlas.functions.CoverageFixture.capacity;
import static org.mandateatlas.functions.CoverageFixture.items;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Coverage responses: JSON and CSV, and entity tags. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class CoverageAnswersTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Institutions.awaitReplicated();
    }

    @Test
    void coverageAsCsvHasARowForEachCell() {
        var cells = Computed.functions(Computed.json(COVERAGE)).stream()
                .mapToInt(function -> Math.max(1, function.required("cells").size()))
                .sum();
        assertEquals(cells, Computed.csv(COVERAGE).size());
    }

    @ParameterizedTest
    @CsvSource({
        "iom, validAt=2004-12-31",
        "iom, validAt=1952-01-01",
        "ohchr, validAt=2004-12-31",
        "wto, validAt=2010-01-01",
        "unhcr, validAt=2026-01-01",
        "special-rapporteur-migrants, validAt=2004-12-31"
    })
    void theCoverageOfAnInstitutionHasItsCells(String institution, String query) {
        var whole = Computed.json("coverage?institution=" + institution + "&" + query);
        var one = Computed.json("coverage/institutions/" + institution + "?" + query);

        assertEquals(whole.required("institutions").get(0), one.required("institution"));
        assertEquals(whole.required("position"), one.required("position"));
        assertEquals(
                Computed.functions(whole).stream()
                        .flatMap(function -> Computed.each(function.required("cells"))
                                .map(cell -> List.of(
                                        function.required("id").asText(),
                                        function.required("name").asText(),
                                        cell.required("state").asText(),
                                        cell.required("lead").asText(),
                                        cell.required("level").asText(),
                                        cell.required("reason").asText(),
                                        Integer.toString(
                                                cell.required("mandates").size()))))
                        .toList(),
                Computed.each(one.required("functions"))
                        .map(function -> List.of(
                                function.required("id").asText(),
                                function.required("name").asText(),
                                function.required("cell").required("state").asText(),
                                function.required("cell").required("lead").asText(),
                                function.required("cell").required("level").asText(),
                                function.required("cell").required("reason").asText(),
                                function.required("cell").required("mandates").asText()))
                        .toList());
    }

    @Test
    void anInstitutionThatIsNotKnownHasNoCoverage() {
        given().get("/v1/coverage/institutions/nobody").then().statusCode(404);
        given().get("/v1/coverage/institutions/Nobody").then().statusCode(400);
    }

    @Test
    void gapsAsCsvHaveARowEach() {
        assertEquals(items(GAPS).size(), Computed.csv(GAPS).size());
    }

    @Test
    void overlapsAsCsvHaveARowForEachInstitution() {
        var institutions = Computed.each(items(OVERLAPS))
                .mapToInt(item -> item.required("cells").size())
                .sum();
        assertEquals(institutions, Computed.csv(OVERLAPS).size());
    }

    @Test
    void reviewsAsCsvHaveARowEach() {
        assertEquals(items(REVIEWS).size(), Computed.csv(REVIEWS).size());
    }

    @Test
    void theDiffAsCsvHasARowForEachCause() {
        var diff = Computed.json(DIFF);
        var causes = Computed.each(diff.required("functions"))
                        .flatMap(function -> Computed.each(function.required("cells")))
                        .mapToInt(cell -> cell.required("causes").size())
                        .sum()
                + Computed.each(diff.required("institutions"))
                        .mapToInt(institution -> institution.required("causes").size())
                        .sum();
        assertEquals(causes, Computed.csv(DIFF).size());
    }

    @Test
    void aRowOfCsvSaysWhatTheCellSays() {
        var wto = COVERAGE + "&function=negotiation-support&institution=wto";
        var cell = Computed.cells(Computed.json(wto)).values().iterator().next();
        var row = Computed.csv(wto).getFirst();
        assertEquals(
                Map.ofEntries(
                        Map.entry("function", "negotiation-support"),
                        Map.entry("functionName", "Support for negotiations"),
                        Map.entry("standing", "starting-point"),
                        Map.entry("classification", "gap"),
                        Map.entry("functionLastAttested", ""),
                        Map.entry("institution", "wto"),
                        Map.entry("institutionName", "World Trade Organization"),
                        Map.entry("state", "mandated-and-performed"),
                        Map.entry("lead", "false"),
                        Map.entry("level", "limited"),
                        Map.entry("reason", "outside-mandate"),
                        Map.entry("lastAttested", ""),
                        Map.entry("mandates", String.join(";", Computed.texts(cell.required("mandates"), "id"))),
                        Map.entry("capacities", "wto-negotiation-support"),
                        Map.entry("sources", String.join(";", sources(cell)))),
                row);
    }

    @ParameterizedTest
    @ValueSource(strings = {COVERAGE, GAPS, OVERLAPS, REVIEWS, DIFF})
    void anExportIsTheSameAsTheNegotiatedRepresentation(String path) {
        var negotiated =
                given().accept("text/csv").get("/v1/" + path).then().extract().asString();
        var export = path.replace("?", ".csv?");
        var tag = given().get("/v1/" + export)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(equalTo(negotiated))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get("/v1/" + export).then().statusCode(304);
    }

    private static List<String> sources(JsonNode cell) {
        return Computed.citations(cell).stream()
                .map(citation -> citation.required("source").asText())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {COVERAGE, GAPS, OVERLAPS, REVIEWS, DIFF})
    void anAnswerThatTheClientHasIsNotSentAgain(String path) {
        var tag = given().get("/v1/" + path).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/" + path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
    }

    @Test
    void eachFormAndEachQuestionHasATagOfItsOwn() {
        var tags = Set.of(
                tag(COVERAGE, "application/json"),
                tag(COVERAGE, "text/csv"),
                tag("coverage?validAt=2004-12-30", "application/json"),
                tag(GAPS, "application/json"));
        assertEquals(4, tags.size());
    }

    private static String tag(String path, String form) {
        return given().accept(form).get("/v1/" + path).header("ETag");
    }

    @Test
    void aWriteMakesAnotherTag() {
        var tag = tag(COVERAGE, "application/json");
        Api.create("capacities/a-tag", capacity("a-tag"));
        given().header("If-None-Match", tag).get("/v1/" + COVERAGE).then().statusCode(200);
    }
}
