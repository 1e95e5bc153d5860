package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Search and suggestions over all collections of the service. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SearchTest {

    @Test
    void exactNamesComeFirstThenNamesThenTextsThenSources() {
        Api.create("institutions/s-exact", Samples.institution("Zyxwv"));
        Api.create("institutions/s-beginning", Samples.institution("Zyxwv bureau"));
        Api.create("institutions/s-word", Samples.institution("Bureau of zyxwv"));
        Api.create("institutions/s-prefix", Samples.institution("Bureau of zyxwvs"));
        Api.create("mandates/s-text", Samples.mandate("iom", "Made").replace("for a test", "for zyxwv"));
        Api.create("sources/s-source", source("The zyxwv page"));

        search("q=zyxwv")
                .body("items.id", contains("s-exact", "s-beginning", "s-word", "s-prefix", "s-text", "s-source"))
                .body("items[0].score", equalTo(1f))
                .body("items[0].matched.field", equalTo("/name"))
                .body("items[0].matched.value", equalTo("Zyxwv"))
                .body("items[0].highlight", equalTo("<em>Zyxwv</em>"))
                .body("items[0].status", equalTo("current"))
                .body("items[0].validity.from", equalTo("1990"))
                .body("items[4].collection", equalTo("mandates"))
                .body("items[4].name", equalTo("Made"))
                .body("items[4].highlight", equalTo("Made for <em>zyxwv</em>."))
                .body("next", nullValue())
                .body("total", nullValue())
                .body("position", containsString("institution:"))
                .body("knownAt", notNullValue());
        suggest("q=zyxw").body("items.id", contains("s-exact", "s-beginning", "s-prefix", "s-word", "s-source"));
    }

    @Test
    void aNameIsFoundHoweverItIsWritten() {
        for (var q : List.of(
                "UNHCR",
                "unhcr",
                "U.N.H.C.R.",
                "united nations HIGH commissioner for refugees",
                "office of the united nations high commissioner for ref")) {
            search("q=" + q).body("items[0].id", equalTo("unhcr"));
        }
    }

    @Test
    void pagesLeadToTheEndWithoutLossOrDoubling() {
        var all = ids("search?q=migration&limit=200");
        assertTrue(all.size() > 40);
        var seen = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = given().queryParam("q", "migration")
                    .queryParam("limit", 7)
                    .queryParams(after == null ? java.util.Map.of() : java.util.Map.of("after", after))
                    .get("/v1/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var orders = page.getList("items.order", String.class);
            assertEquals(orders.stream().sorted().toList(), orders);
            seen.addAll(ids(page));
            after = page.getString("next");
        } while (after != null && seen.size() < 5000);

        assertEquals(seen.size(), new HashSet<>(seen).size());
        assertEquals(all, seen.subList(0, Math.min(all.size(), seen.size())));
        search("q=migration&limit=1&withTotal=true").body("total", equalTo(seen.size()));
    }

    @Test
    void aPageMayContinueAfterAResultOfAnotherService() {
        var all = ids("search?q=migration&limit=200");

        var rest = given().queryParam("q", "migration")
                .queryParam("limit", 200)
                .queryParam("after", "a01 process  zzz")
                .get("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.order", String.class);

        assertTrue(rest.stream().allMatch(order -> order.compareTo("a01 process  zzz") > 0));
        assertTrue(all.size() >= rest.size());
    }

    @Test
    void aCollectionIsSearchedAlone() {
        search("q=migration&collection=sources&limit=200")
                .body("items.collection", everyItem(equalTo("sources")))
                .body("items", hasSize(greaterThan(1)));
        search("q=migration&collection=processes").body("items", empty());
    }

    @Test
    void whatIsFoundByAnotherDaysNameIsShownAsOfTheDay() {
        search("q=Provisional Intergovernmental Committee&validAt=2004-12-31")
                .body("items[0].id", equalTo("iom"))
                .body("items[0].name", equalTo("International Organization for Migration"))
                .body("items[0].matched.field", startsWith("/names/"));
        search("q=Provisional Intergovernmental Committee&validAt=1900-01-01").body("items", empty());
    }

    @Test
    void theRegistryIsSearchedAsItWasKnown() {
        var before = Instant.now();
        Api.create("institutions/s-known", Samples.institution("Qwrtz before"));
        var between = Instant.now();
        Api.replace("institutions/s-known", Samples.institution("Plmnk after"));

        search("q=qwrtz").body("items", empty());
        search("q=qwrtz&knownAt=" + between).body("items.id", contains("s-known"));
        search("q=qwrtz&knownAt=" + before).body("items", empty());
        search("q=plmnk").body("items[0].name", equalTo("Plmnk after"));
    }

    @Test
    void aRetractedDocumentIsNotFound() {
        Api.create("institutions/s-gone", Samples.institution("Vbnmw gone"));
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/institutions/s-gone")
                .then()
                .statusCode(204);

        search("q=vbnmw").body("items", empty());
        suggest("q=vbnmw").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"international organization", "commission on human rights", "u.n.h.c.r.", "l'office"})
    void anotherLetterNeverAddsAResult(String text) {
        for (var kind : List.of("search?limit=200&q=", "suggest?limit=50&q=")) {
            @Nullable Set<String> before = null;
            for (var length = 3; length <= text.length(); length++) {
                var found = new HashSet<>(ids(kind + text.substring(0, length)));
                var complete = found.size() < 50;
                if (before != null) {
                    assertTrue(before.containsAll(found), "more for " + kind + text.substring(0, length));
                }
                before = complete ? found : null;
            }
        }
    }

    @Test
    void suggestionsAreNames() {
        suggest("q=intern")
                .body("items", hasSize(10))
                .body("items.highlight", everyItem(containsStringIgnoringCase("<em>intern")));
        search("q=iom-forum").body("items[0].id", equalTo("iom-forum")).body("items[0].score", equalTo(1f));
        suggest("q=IOM").body("items[0].id", equalTo("iom")).body("items[0].abbreviation", equalTo("IOM"));
        suggest("q=refug&limit=50").body("items.id", not(hasItem("newland-2004")));
    }

    @ParameterizedTest
    @CsvSource({
        "search, q",
        "search?q=’, q",
        "search?q=a&limit=501, limit",
        "search?q=a&limit=0, limit",
        "search?q=a&after=b, after",
        "search?q=a&validAt=2004, validAt",
        "search?q=a&knownAt=2004-01-01, knownAt",
        "search?q=a&collection=No, collection",
        "search?q=a&withTotal=1, withTotal",
        "search?q=a&institution=iom, institution",
        "suggest, q",
        "suggest?q=a&limit=51, limit",
        "suggest?q=a&after=b, after"
    })
    void aBadParameterIsNamed(String query, String parameter) {
        given().get("/v1/" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].parameter", equalTo(parameter));
    }

    private static ValidatableResponse search(String parameters) {
        return given().get("/v1/search?" + parameters).then().statusCode(200);
    }

    private static ValidatableResponse suggest(String parameters) {
        return given().get("/v1/suggest?" + parameters).then().statusCode(200);
    }

    private static List<String> ids(String query) {
        return ids(given().get("/v1/" + query).then().statusCode(200).extract().jsonPath());
    }

    private static List<String> ids(io.restassured.path.json.JsonPath page) {
        return page.getList("items.collect { it.collection + '/' + it.id }", String.class);
    }

    private static String source(String title) {
        return "{\"kind\": \"web-page\", \"title\": \"" + title + "\", \"grade\": \"B\"}";
    }
}
