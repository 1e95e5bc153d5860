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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Coverage responses: JSON and CSV, entity tags and positions, both times. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Institutions.class)
class CoverageAnswersTest {

    private static final String COVERAGE = "coverage?validAt=2004-12-31";
    private static final String GAPS = "coverage/gaps?validAt=2004-12-31";
    private static final String OVERLAPS = "coverage/overlaps?validAt=2004-12-31";
    private static final String REVIEWS = "coverage/reviews?validAt=2004-12-31";
    private static final String DIFF = "coverage/diff?from=2004-12-31&to=2026-01-01";

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

    private static JsonNode items(String path) {
        return Computed.json(path).required("items");
    }

    private static String capacity(String id) {
        return aCapacity().called(id).of("unitar").in("anti-trafficking").json();
    }

    private static ObjectNode mandate(String id) {
        return DocumentJson.stored("""
                {"id": "%s", "institution": "unitar", "title": "Train", "functions": ["anti-trafficking"],
                 "validity": {"from": "2001"}, "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(id));
    }
}
