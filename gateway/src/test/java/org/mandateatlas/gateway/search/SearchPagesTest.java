package org.mandateatlas.gateway.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
class SearchPagesTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    Broker broker;

    @SuppressWarnings("NullAway.Init")
    OwnedCollections owned;

    @BeforeEach
    void muchIsKnown() {
        owned = new OwnedCollections(owner, broker);
        owned.record("institutions", """
                {"id":"unhcr","status":"current","name":"High Commissioner for Refugees","abbreviation":"UNHCR","summary":"Protects.",
                "names":[{"value":"High Commissioner for Refugees"},{"value":"UNHCR"},{"value":"Nansen Office"}],
                "validity":{"from":"1951-01-01","to":null}}""");
        owned.record("instruments", """
                {"id":"statute","title":"Statute of UNHCR","summary":"Charter.","validity":{"from":"1950-12-14","to":null}}""");
        owned.record("mandates", """
                {"id":"protection","title":"Protection","text":"UNHCR protects refugees.","institution":"unhcr",
                "validity":{"from":"1950-12-14","to":null}}""");
        owned.record("capacities", """
                {"id":"unhcr-rights","institution":"unhcr","function":"rights-protection","mechanism":null,"text":"UNHCR <acts>.",
                "validity":{"from":"1951-01-01","to":null}}""");
        owned.record("sources", "{\"id\":\"page\",\"title\":\"UNHCR page\",\"validity\":{\"from\":null,\"to\":null}}");
        owned.awaitAll();
    }

    @Test
    void exactNamesComeFirstThenNamesThenTextsThenSources() {
        given().when()
                .get("/v1/search?q=unhcr")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("unhcr", "statute", "unhcr-rights", "protection", "page")))
                .body("items[0].matched.field", equalTo("/abbreviation"))
                .body("items[0].matched.value", equalTo("UNHCR"))
                .body("items[0].status", equalTo("current"))
                .body("items[2].name", equalTo("High Commissioner for Refugees: rights-protection"))
                .body("items[2].highlight", equalTo("<em>UNHCR</em> &lt;acts&gt;."))
                .body("total", equalTo(5))
                .body("complete", equalTo(true))
                .body("collections.find { it.collection == 'mandates' }.total", equalTo(1))
                .body("missing", empty());
    }

    @Test
    void aCollectionIsSearchedAlone() {
        given().when()
                .get("/v1/search?q=unhcr&collection=sources&collection=mandates")
                .then()
                .statusCode(200)
                .body("items.id", contains("protection", "page"))
                .body("collections.collection", contains("sources", "mandates"));
    }

    @Test
    void whatIsFoundByAnotherDaysNameIsShownAsOfTheDay() {
        given().when()
                .get("/v1/search?q=nansen office&validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("items.id", contains("unhcr"))
                .body("items[0].matched.field", equalTo("/names/2/value"));
        given().when()
                .get("/v1/search?q=nansen office&validAt=1950-01-01")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void pagesLeadToTheEndWithoutShifting() {
        List<String> expected =
                given().when().get("/v1/search?q=unhcr").jsonPath().getList("items.id");
        var seen = new ArrayList<String>();
        String next = "/v1/search?q=unhcr&limit=2";
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false)
                    .when()
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        assertEquals(expected, seen);
    }

    @Test
    void whatWasNotYetKnownIsNotFound() {
        String before = Instant.now().toString();
        owned.record("objectives", "{\"id\":\"o\",\"name\":\"UNHCR objective\",\"text\":\"x\"}");
        given().when()
                .get("/v1/search?q=unhcr objective")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("o"));
        given().when()
                .get("/v1/search?q=unhcr objective&knownAt=" + before)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void anOwnerThatIsMissingIsNamedAndTheRestAnswers() {
        owned.down("capacities");
        given().when()
                .get("/v1/search?q=unhcr&knownAt=" + Instant.now())
                .then()
                .statusCode(200)
                .body("items.id", contains("unhcr", "statute", "protection", "page"))
                .body("missing.collection", contains("capacities"))
                .body("missing[0].problem.type", startsWith("/problems/"));
    }

    @Test
    void whatIsCalledAfterOthersIsCalledByTheirIdsWhileTheseAreMissing() {
        owned.down("institutions");
        given().when()
                .get("/v1/search?q=unhcr&collection=capacities&knownAt=" + Instant.now())
                .then()
                .statusCode(200)
                .body("items.name", contains("unhcr: rights-protection"))
                .body("missing", empty());
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String tag = given().when().get("/v1/search?q=unhcr").header("ETag");
        given().header("If-None-Match", tag)
                .when()
                .get("/v1/search?q=unhcr")
                .then()
                .statusCode(304);
    }

    @Test
    void suggestionsAreNamesOnly() {
        given().when()
                .get("/v1/suggest?q=unh")
                .then()
                .statusCode(200)
                .body("items.id", contains("unhcr", "statute", "page"))
                .body("items[0].abbreviation", equalTo("UNHCR"))
                .body("items[1].highlight", equalTo("Statute of <em>UNHCR</em>"))
                .body("missing", empty());
    }

    @Test
    void suggestionsAreAsFewAsAskedFor() {
        given().when().get("/v1/suggest?q=u&limit=2").then().statusCode(200).body("items.size()", equalTo(2));
    }

    @Test
    void aFurtherLetterOnlyNarrows() {
        String typed = "unhcr page";
        int before = Integer.MAX_VALUE;
        for (int i = 1; i <= typed.length(); i++) {
            String q = typed.substring(0, i).strip();
            before = given().when()
                    .get("/v1/suggest?limit=50&q=" + q)
                    .then()
                    .statusCode(200)
                    .body("items.size()", lessThanOrEqualTo(before))
                    .extract()
                    .path("items.size()");
        }
        assertEquals(1, before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search?limit=1 | q",
                "search?q=. | q",
                "search?q=a&q=b | q",
                "search?q=a&colour=blue | colour",
                "search?q=a&collection=coverage | collection",
                "search?q=a&limit=201 | limit",
                "search?q=a&validAt=2004 | validAt",
                "search?q=a&knownAt=2004-01-01 | knownAt",
                "search?q=a&cursor=x | cursor",
                "suggest?limit=1 | q",
                "suggest?q=— | q",
                "suggest?q=a&limit=51 | limit",
                "suggest?q=a&cursor=x | cursor",
            })
    void whatMakesNoSenseIsRefusedByName(String query, String parameter) {
        given().when()
                .get("/v1/" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].parameter", equalTo(parameter));
    }
}
