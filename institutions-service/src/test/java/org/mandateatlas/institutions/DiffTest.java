package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** Differences between two days, and between two instants. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class DiffTest {

    @Test
    void betweenTwoDaysDocumentsBeginEndAndChange() {
        Api.create("institutions/d-begins", valid("Begins", "2004-12-31", "\"2005-01-02\"", "null"));
        Api.create("institutions/d-ends", valid("Ends", "1990", "\"1990\"", "\"2004-12-31\""));
        Api.create("institutions/d-between", valid("Between", "2005-01-01", "\"2005-01-01\"", "\"2005-01-01\""));
        Api.create("institutions/d-always", valid("Always", "1990", "\"1990\"", "null"));
        Api.create(
                "institutions/d-renamed",
                valid("Old", "1990", "\"1990\"", "null")
                        .replace("{\"from\": \"1990\"}", "{\"from\": \"1990\", \"to\": \"2004-12-31\"}")
                        .replace("\"names\": [", "\"names\": [" + name("New", "2005-01-01") + ","));

        var page = diff("from=2004-12-31&to=2005-01-02&collection=institutions")
                .body("axis", equalTo("world"))
                .body("items.id", hasItem("d-begins"))
                .body("items.id", not(hasItem("d-between")))
                .body("items.id", not(hasItem("d-always")))
                .extract()
                .jsonPath();

        var ends = item(page, "d-ends");
        assertEquals("ended", ends.get("change"));
        assertEquals("2004-12-31", ends.get("effective"));
        assertEquals("2005-01-01 institution d-ends", ends.get("order"));
        var begins = item(page, "d-begins");
        assertEquals("began", begins.get("change"));
        assertEquals("2005-01-02 institution d-begins", begins.get("order"));
        var renamed = item(page, "d-renamed");
        assertEquals("changed", renamed.get("change"));
        assertEquals("New", renamed.get("name"));
        assertEquals(List.of("d-renamed"), renamed.get("institutions"));
        assertEquals(List.of("/name", "/names/0"), page.getList("items.find { it.id == 'd-renamed' }.fields.pointer"));
        assertEquals(List.of("newland-2004"), page.getList("items.find { it.id == 'd-renamed' }.citations.source"));
    }

    @Test
    void pagesLeadToTheEndWithoutLossOrDoubling() {
        var query = "from=1990-01-01&to=2024-12-31";
        var all = diff(query + "&limit=1000&withTotal=true").extract().jsonPath();
        var expected = all.getList("items.order", String.class);
        assertEquals(expected.size(), all.getInt("total"));
        assertTrue(expected.size() > 100);
        assertEquals(expected.stream().sorted().toList(), expected);

        var seen = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = given().queryParams(
                            after == null ? Map.of() : Map.of("after", after, "knownAt", all.get("knownAt")))
                    .get("/v1/diff?limit=17&" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.order", String.class));
            after = page.getString("next");
        } while (after != null && seen.size() < 5000);

        assertEquals(expected, seen);
        assertEquals(seen.size(), new HashSet<>(seen).size());
    }

    @Test
    void filtersNarrowIt() {
        diff("from=2004-12-31&to=2024-12-31&institution=iom&limit=1000&withTotal=true")
                .body("items.institutions", everyItem(hasItem("iom")))
                .body("items.collection", hasItem("mandates"))
                .body("total", greaterThan(2));
        diff("from=2004-12-31&to=2024-12-31&institution=iom&institution=unhcr&function=coordination&limit=1000")
                .body("items.functions", everyItem(hasItem("coordination")))
                .body("items", hasSize(greaterThan(0)));
        diff("from=2004-12-31&to=2024-12-31&function=coordination&collection=institutions")
                .body("items", empty());
        diff("from=2004-12-31&to=2004-12-31").body("items", empty());
        diff("from=2004-12-31&to=2024-12-31&collection=processes").body("items", empty());
    }

    @Test
    void betweenTwoInstantsTheRecordChanges() {
        var start = Instant.now();
        Api.create("institutions/d-new", Samples.institution("New"));
        Api.create("institutions/d-flash", Samples.institution("Flash"));
        retract("institutions/d-flash");
        Api.create("institutions/d-retracted", Samples.institution("Retracted"));
        var middle = Instant.now();
        Api.curator()
                .header("If-Match", "*")
                .header("Change-Kind", "correction")
                .header("Change-Note", "Checked.")
                .body(Samples.institution("Newer"))
                .put("/v1/institutions/d-new")
                .then()
                .statusCode(200);
        retract("institutions/d-retracted");
        var end = Instant.now();
        Api.create("institutions/d-later", Samples.institution("Later"));
        var last = Instant.now();

        diff("from=" + start + "&to=" + middle)
                .body("axis", equalTo("knowledge"))
                .body("items.id", contains("d-new", "d-retracted"))
                .body("items.change", everyItem(equalTo("recorded")))
                .body("items[0].revisions.version", contains(1))
                .body("items[0].recordedAt", notNullValue())
                .body("items[0].effective", nullValue());
        diff("from=" + middle + "&to=" + end)
                .body("items.id", contains("d-new", "d-retracted"))
                .body("items.change", contains("corrected", "retracted"))
                .body("items[0].name", equalTo("Newer"))
                .body("items[0].fields.pointer", containsInAnyOrder("/name", "/names/0"))
                .body("items[0].revisions[0].note", equalTo("Checked."))
                .body("items[1].name", equalTo("Retracted"));
        diff("from=" + start + "&to=" + end + "&withTotal=true")
                .body("items.id", contains("d-new"))
                .body("items.change", contains("recorded"))
                .body("total", equalTo(1));
        diff("from=" + start + "&to=" + last + "&validAt=1980-01-01").body("items", empty());
        diff("from=" + start + "&to=" + last + "&institution=d-later").body("items.id", contains("d-later"));

        Api.create("institutions/d-retracted", Samples.institution("Retracted"));
        diff("from=" + last + "&to=" + Instant.now()).body("items.change", contains("restored"));

        var first = diff("from=" + start + "&to=" + last + "&limit=1").body("items.id", contains("d-new"));
        JsonPath page = first.extract().jsonPath();
        given().queryParams(Map.of("after", page.get("next"), "knownAt", page.get("knownAt")))
                .get("/v1/diff?from=" + start + "&to=" + last)
                .then()
                .statusCode(200)
                .body("items.id", contains("d-later"));
    }

    @ParameterizedTest
    @CsvSource({
        "to=2005-01-01, from",
        "from=2005-01-01, to",
        "from=2005-01-01&to=2004-01-01, to",
        "from=2005-01-01&to=2026-01-01T00:00:00Z, to",
        "from=2005-02-30&to=2026-01-01, from",
        "from=2005-01-01&to=2006-01-01&validAt=2005-01-01, validAt",
        "from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&knownAt=2026-01-02T00:00:00Z, knownAt",
        "from=2026-01-01T00:00:00Z&to=2999-01-02T00:00:00Z, to",
        "from=2005-01-01&to=2006-01-01&limit=1001, limit",
        "from=2005-01-01&to=2006-01-01&after=x, after",
        "from=2005-01-01&to=2006-01-01&institution=X, institution",
        "from=2005-01-01&to=2006-01-01&process=x, process"
    })
    void aBadParameterIsNamed(String query, String parameter) {
        given().get("/v1/diff?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].parameter", equalTo(parameter));
    }

    private static ValidatableResponse diff(String parameters) {
        return given().get("/v1/diff?" + parameters).then().statusCode(200);
    }

    private static Map<String, Object> item(JsonPath page, String id) {
        return page.getMap("items.find { it.id == '" + id + "' }");
    }

    private static void retract(String path) {
        Api.curator().header("If-Match", "*").delete("/v1/" + path).then().statusCode(204);
    }

    private static String valid(String name, String named, String from, String to) {
        return """
                {"kind": "commission", "summary": "Made for a test.", "names": [%s],
                 "validity": {"from": %s, "to": %s}, "citations": [{"source": "newland-2004"}]}""".formatted(name(name, named), from, to);
    }

    private static String name(String name, String from) {
        return """
                {"kind": "official", "value": "%s", "language": "en", "validity": {"from": "%s"},
                 "citations": [{"source": "newland-2004"}]}""".formatted(name, from);
    }
}
