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
import static org.hamcrest.Matchers.oneOf;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** The timeline of all collections of the service. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TimelineTest {

    private static final String CITED = "\"citations\": [{\"source\": \"newland-2004\"}]";

    @Test
    void anInstitutionBeginsIsNamedAndRelated() {
        Api.create("institutions/t-body", """
                {"kind": "commission", "summary": "Made for a test.", "names": [
                  {"kind": "official", "value": "Provisional Body", "language": "en",
                   "validity": {"from": "1951-12", "to": "1952"}, %1$s},
                  {"kind": "abbreviation", "value": "PB", "language": "en",
                   "validity": {"from": "1951-12", "to": "1952"}, %1$s},
                  {"kind": "official", "value": "Lasting Body", "language": "en", "validity": {"from": "1953"}, %1$s},
                  {"kind": "abbreviation", "value": "LB", "language": "en", "validity": {"from": "1960"}, %1$s}],
                 "relations": [{"type": "observer-of", "institution": "ilo",
                   "validity": {"from": "1992", "to": "2016-09-18"}, "citations": [{"source": "newland-2004", "locator": "line 2"}]}],
                 "figures": [{"measure": "members", "value": 105, "unit": "members", "asOf": "2004-11", %1$s},
                             {"measure": "staff", "value": 27, "qualifier": "about", "unit": "people", "asOf": "2005", %1$s}],
                 "validity": {"from": "1951-12"}, %1$s}""".formatted(CITED));

        timeline("institution=t-body")
                .body(
                        "items.collect { it.date + ' ' + it.event + ': ' + it.text }",
                        contains(
                                "1951-12 began: Lasting Body begins",
                                "1951-12 named: Named Provisional Body (PB)",
                                "1953 named: Named Lasting Body",
                                "1960 named: Named LB for short",
                                "1992 relation-began: Lasting Body: observer of International Labour Organization",
                                "2004-11 figure: Lasting Body: 105 members",
                                "2005 figure: Lasting Body: about 27 people",
                                "2016-09-18 relation-ended: No longer: Lasting Body: observer of International Labour"
                                        + " Organization"))
                .body("items.name", everyItem(equalTo("Lasting Body")))
                .body("items.collection", everyItem(equalTo("institutions")))
                .body("items[4].institutions", containsInAnyOrder("t-body", "ilo"))
                .body("items[4].citations[0].locator", equalTo("line 2"))
                .body("items[0].citations.source", contains("newland-2004"));
        timeline("institution=ilo&limit=1000").body("items.id", hasItem("t-body"));
        timeline("institution=t-body&validAt=1952-06-01")
                .body("items.text", contains("Provisional Body begins", "Named Provisional Body (PB)"));
        timeline("institution=t-body&validAt=1950-06-01").body("items", empty());
    }

    @Test
    void aMandateThatMovedIsTransferredFromHolderToHolder() {
        Api.create(
                "mandates/t-mandate",
                Samples.mandate("iom", "Moved mandate")
                        .replace("\"validity\": {\"from\": \"2001-05\"}", """
                        "earlierHolders": [
                          {"institution": "ilo", "validity": {"from": "2003", "to": "2004"}, %1$s},
                          {"institution": "unhcr", "validity": {"from": "2001", "to": "2002"}, %1$s}],
                        "review": {"clause": true, "dueOn": "2010", %1$s},
                        "validity": {"from": "2001", "to": "2018-12"}""".formatted(CITED)));

        var entries = timeline("collection=mandates&institution=iom&institution=ilo&institution=unhcr&limit=1000")
                .extract()
                .jsonPath();

        var own = "items.findAll { it.id == 't-mandate' }";
        var iom = "International Organization for Migration";
        assertEquals(
                List.of(
                        "Office of the United Nations High Commissioner for Refugees is given the mandate “Moved mandate”",
                        "The mandate “Moved mandate” goes from Office of the United Nations High Commissioner for Refugees"
                                + " to International Labour Organization",
                        "The mandate “Moved mandate” goes from International Labour Organization to " + iom,
                        "The mandate “Moved mandate” of " + iom + " is due for review",
                        "The mandate “Moved mandate” of " + iom + " ends"),
                entries.getList(own + ".text"));
        assertEquals(List.of("2001", "2002", "2004", "2010", "2018-12"), entries.getList(own + ".date"));
        assertEquals(List.of("ilo", "unhcr"), entries.getList(own + "[1].institutions"));
        assertEquals(List.of("coordination"), entries.getList(own + "[1].functions"));
    }

    @Test
    void namesInTextsAreThoseOfNow() {
        Api.create("institutions/t-old", Samples.institution("Tmpold"));
        Api.create("mandates/t-named", Samples.mandate("t-old", "Named mandate"));
        var before = Instant.now();
        Api.replace("institutions/t-old", Samples.institution("Tmpnew"));

        timeline("institution=t-old&event=mandate-established")
                .body("items.text", contains("Tmpnew is given the mandate “Named mandate”"));
        timeline("institution=t-old&event=mandate-established&knownAt=" + before)
                .body("items.text", contains("Tmpold is given the mandate “Named mandate”"));
    }

    @Test
    void impreciseDatesMayBeWithinTheDaysAskedFor() {
        Api.create("institutions/t-dates", """
                {"kind": "commission", "summary": "Made for a test.", "names": [
                  {"kind": "official", "value": "Dates", "language": "en", "validity": {}, %1$s}],
                 "remarks": [{"text": "Day.", "validity": {"from": "2004-06-15"}, %1$s},
                             {"text": "Month.", "validity": {"from": "2004-06"}, %1$s},
                             {"text": "Year.", "validity": {"from": "2004~"}, %1$s},
                             {"text": "Range.", "validity": {"from": "[2003..2005]"}, %1$s},
                             {"text": "Earlier.", "validity": {"from": "2003"}, %1$s}],
                 "validity": {}, %1$s}""".formatted(CITED));

        timeline("institution=t-dates&from=2004-06-10")
                .body("items.text", contains("Range.", "Year.", "Month.", "Day."));
        timeline("institution=t-dates&from=2004-06-10&to=2004-06-12")
                .body("items.text", contains("Range.", "Year.", "Month."));
        timeline("institution=t-dates&from=2004-01-01&to=2004-01-01").body("items.text", contains("Range.", "Year."));
        timeline("institution=t-dates&to=2003-12-31").body("items.text", contains("Earlier.", "Range."));
        timeline("from=2004-06-10&to=2004-06-12&collection=institutions&limit=1000")
                .body("items.findAll { it.id == 't-dates' }.text", contains("Range.", "Year.", "Month."));
        timeline("from=2004-06-10&to=2004-06-12&event=remark&limit=1000")
                .body("items.findAll { it.id == 't-dates' }.text", contains("Range.", "Year.", "Month."));
    }

    @ParameterizedTest
    @CsvSource({"limit=9", "limit=7&from=1990-05-05&to=2010-01-01", "limit=3&institution=iom&institution=unhcr"})
    void pagesLeadToTheEndWithoutLossOrDoubling(String query) {
        var all = timeline(query.replaceFirst("limit=\\d", "limit=1000") + "&withTotal=true")
                .extract()
                .jsonPath();
        var expected = all.getList("items.order", String.class);
        assertEquals(expected.stream().sorted().toList(), expected);
        assertTrue(expected.size() > 20);
        assertTrue(all.getInt("total") >= expected.size());

        var seen = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = given().queryParams(
                            after == null ? Map.of() : Map.of("after", after, "knownAt", all.getString("knownAt")))
                    .get("/v1/timeline?" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.order", String.class));
            after = page.getString("next");
        } while (after != null && seen.size() < expected.size());

        assertEquals(expected, seen.subList(0, expected.size()));
        assertEquals(seen.size(), new HashSet<>(seen).size());
    }

    @Test
    void filtersNarrowIt() {
        timeline("institution=iom&function=coordination&limit=1000")
                .body("items.institutions", everyItem(hasItem("iom")))
                .body("items.functions", everyItem(hasItem("coordination")))
                .body("items", hasSize(greaterThan(0)));
        timeline("event=mandate-established&event=review-due&limit=1000")
                .body("items.event", everyItem(oneOf("mandate-established", "review-due")))
                .body("items", hasSize(greaterThan(50)));
        timeline("event=mandate-established&institution=iom&limit=1000")
                .body("items.event", everyItem(equalTo("mandate-established")))
                .body("items.institutions", everyItem(hasItem("iom")));
        timeline("event=met").body("items", empty());
        timeline("collection=sources&limit=1000")
                .body("items.event", everyItem(equalTo("published")))
                .body("items.text", everyItem(startsWith("“")));
    }

    @Test
    void aRetractedDocumentHasNoEntries() {
        Api.create("institutions/t-gone", Samples.institution("Gone"));
        var before = Instant.now();
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/institutions/t-gone")
                .then()
                .statusCode(204);

        timeline("institution=t-gone").body("items", empty());
        timeline("institution=t-gone&knownAt=" + before).body("items.event", contains("began", "named"));
        timeline("collection=institutions&limit=1000").body("items.id", not(hasItem("t-gone")));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2005, from",
        "from=2005-01-01&to=2004-01-01, to",
        "limit=1001, limit",
        "after=x, after",
        "institution=X, institution",
        "event=No!, event",
        "q=x, q"
    })
    void aBadParameterIsNamed(String query, String parameter) {
        given().get("/v1/timeline?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].parameter", equalTo(parameter));
    }

    private static ValidatableResponse timeline(String parameters) {
        return given().get("/v1/timeline?" + parameters).then().statusCode(200);
    }
}
