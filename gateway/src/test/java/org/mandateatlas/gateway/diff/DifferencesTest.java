package org.mandateatlas.gateway.diff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
class DifferencesTest {

    private static final String CITED = "\"citations\":[{\"source\":\"newland-2004\"}]";

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @SuppressWarnings("NullAway.Init")
    OwnedCollections owned;

    @BeforeEach
    void muchIsKnown() {
        owned = new OwnedCollections(owner, broker);
        owned.record(
                "institutions",
                "{\"id\":\"iom\",\"name\":\"IOM\",\"validity\":{\"from\":\"1951-12-05\"},%s}".formatted(CITED));
        owned.record("functions", "{\"id\":\"coordination\",\"name\":\"Coordination\",%s}".formatted(CITED));
        owned.record("mandates", mandate("forum", "1989-11-14", null));
        owned.record("mandates", mandate("network", "2018-05-23", null));
        owned.record("mandates", mandate("group", "2003-04-09", "2006-01-01"));
        owned.awaitAll();
    }

    private static String mandate(String id, String from, @Nullable String to) {
        return """
                {"id":"%1$s","title":"The %1$s","institution":"iom","functions":["coordination"],"text":"As it was.",
                "validity":{"from":"%2$s"%3$s},%4$s}""".formatted(id, from, to == null ? "" : ",\"to\":\"" + to + "\"", CITED);
    }

    @Test
    void whatBeganAndEndedInTheWorldIsToldByInstitutionAndFunction() {
        given().when()
                .get("/v1/diff?from=2004-12-31&to=2026-01-01")
                .then()
                .statusCode(200)
                .body("axis", equalTo("world"))
                .body("total", equalTo(2))
                .body("counts.began", equalTo(1))
                .body("counts.ended", equalTo(1))
                .body("institutions.id", contains("iom"))
                .body("institutions[0].name", equalTo("IOM"))
                .body("institutions[0].changes.id", contains("group", "network"))
                .body("institutions[0].changes.change", contains("ended", "began"))
                .body("institutions[0].changes.effective", contains("2006-01-01", "2018-05-23"))
                .body(
                        "institutions[0].changes.citations.source.flatten()",
                        equalTo(List.of("newland-2004", "newland-2004")))
                .body("functions.id", contains("coordination"))
                .body("functions[0].changes.id", contains("group", "network"))
                .body("others", empty())
                .body("missing", empty());
    }

    @Test
    void whatBecameOfOurKnowledgeIsToldWithTheRevisionsThatDidIt() {
        Instant before = Instant.now();
        owned.record("mandates", mandate("new", "2020-01-01", null));
        owned.correct("mandates", mandate("forum", "1989-11-15", null));
        owned.record("mandates", mandate("network", "2018-05-23", "2025-01-01"));
        owned.retract("mandates", "group");
        Instant after = Instant.now();
        owned.retract("mandates", "network");
        given().when()
                .get("/v1/diff?from=" + before + "&to=" + after)
                .then()
                .statusCode(200)
                .body("axis", equalTo("knowledge"))
                .body("institutions[0].changes.id", contains("forum", "group", "network", "new"))
                .body("institutions[0].changes.change", contains("corrected", "retracted", "changed", "recorded"))
                .body("institutions[0].changes[0].fields[0].pointer", equalTo("/validity/from"))
                .body("institutions[0].changes[0].fields[0].before", equalTo("1989-11-14"))
                .body("institutions[0].changes[0].fields[0].after", equalTo("1989-11-15"))
                .body("institutions[0].changes[0].revisions.version", contains(2))
                .body("institutions[0].changes[0].revisions.correction", contains(true))
                .body("institutions[0].changes[2].revisions.change", contains("changed"));
    }

    @Test
    void theOtherTimeCanBeGivenBesides() {
        Instant before = Instant.now();
        owned.record("mandates", mandate("late", "2019-01-01", null));
        given().when()
                .get("/v1/diff?from=2004-12-31&to=2026-01-01&knownAt=" + before)
                .then()
                .statusCode(200)
                .body("functions[0].changes.id", contains("group", "network"));
        given().when()
                .get("/v1/diff?from=" + before + "&to=" + Instant.now() + "&validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "institution=iom | 2",
                "institution=unhcr | 0",
                "function=coordination | 2",
                "collection=capacities | 0"
            })
    void filtersNarrowIt(String query, int total) {
        given().when()
                .get("/v1/diff?from=2004-12-31&to=2026-01-01&" + query)
                .then()
                .statusCode(200)
                .body("total", equalTo(total));
    }

    @Test
    void aCollectionOfWhichASideIsMissingIsNotCompared() {
        owned.down("mandates");
        given().when()
                .get("/v1/diff?from=2004-12-30&to=2025-12-31")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("missing.part", hasItem("mandates"));
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String tag =
                given().when().get("/v1/diff?from=2004-12-31&to=2026-01-01").header("ETag");
        given().header("If-None-Match", tag)
                .when()
                .get("/v1/diff?from=2004-12-31&to=2026-01-01")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to=2004-12-31 | from",
                "from=2004-12-31 | to",
                "from=2004-12-31&to=2004-01-01 | to",
                "from=2004&to=2005 | from",
                "from=2004-12-31&to=2020-01-01T00:00:00Z | to",
                "from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z | to",
                "from=2020-01-01T00:00:00Z&to=2999-01-01T00:00:00Z | to",
                "from=2004-12-31&to=2005-01-01&validAt=2004-12-31 | validAt",
                "from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z&knownAt=2020-01-01T00:00:00Z | knownAt",
                "from=2004-12-31&to=2005-01-01&limit=3 | limit",
                "from=2004-12-31&to=2005-01-01&collection=network | collection",
                "from=2004-12-31&to=2005-01-01&institution=I | institution",
            })
    void whatMakesNoSenseIsRefusedByName(String query, String parameter) {
        given().when()
                .get("/v1/diff?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].parameter", equalTo(parameter));
    }
}
