package org.mandateatlas.gateway.compose;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.UpstreamServer;
import org.mandateatlas.gateway.profile.WithoutCache;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestProfile(WithoutCache.class)
class MergedReadsTest {

    @SuppressWarnings("NullAway.Init")
    UpstreamServer owner;

    @SuppressWarnings("NullAway.Init")
    ServicePages institutions;

    @SuppressWarnings("NullAway.Init")
    ServicePages functions;

    @SuppressWarnings("NullAway.Init")
    ServicePages processes;

    private String path = "/v1/timeline";

    @BeforeEach
    void everyServiceHasItems() {
        serve("/v1/timeline");
    }

    private void serve(String served) {
        path = served;
        institutions = new ServicePages(owner, "institutions-service", served, "institution")
                .with("1951", "institutions", "iom")
                .with("1989", "mandates", "forum")
                .with("2016", "institutions", "iom-related");
        functions = new ServicePages(owner, "functions-service", served, "capacity").with("1990", "capacities", "c");
        processes = new ServicePages(owner, "processes-service", served, "process")
                .with("2001", "processes", "berne")
                .with("2003", "meetings", "m1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/timeline?a", "/v1/search?q=a", "/v1/suggest?q=a", "/v1/diff?from=2001-01-01&to=2002-01-01"})
    void theItemsOfAllServicesAreInOneOrder(String address) {
        serve(address.substring(0, address.indexOf('?')));
        get(address.replace("?a", ""))
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-cache")
                .header("ETag", notNullValue())
                .header("Atlas-Position", equalTo("capacity:1,institution:3,process:2"))
                .body("items.id", contains("iom", "forum", "c", "berne", "m1", "iom-related"))
                .body("items.order", everyItem(nullValue()))
                .body("missing", empty())
                .body("position", equalTo("capacity:1,institution:3,process:2"));
    }

    @Test
    void parametersReachTheServicesAsTheyAre() {
        get("/v1/timeline?from=2001-01-01&institution=iom&institution=unhcr&event=met&limit=7")
                .statusCode(200);
        assertEquals(
                List.of("from=2001-01-01&institution=iom&institution=unhcr&event=met&limit=7"), functions.queries());
    }

    @Test
    void onlyServicesWithTheCollectionsAreAsked() {
        get("/v1/timeline?collection=meetings&collection=mandates")
                .statusCode(200)
                .body("missing", empty());
        assertEquals(List.of("collection=mandates&limit=50"), institutions.queries());
        assertEquals(List.of(), functions.queries());
        assertEquals(List.of("collection=meetings&limit=50"), processes.queries());
    }

    @Test
    void theTotalIsThatOfAllServicesIfItIsAskedFor() {
        get("/v1/timeline?limit=2&withTotal=true").body("total", equalTo(6)).body("items", hasSize(2));
        get("/v1/timeline?limit=2").body("total", nullValue());
        processes.down();
        get("/v1/timeline?withTotal=true")
                .body("total", nullValue())
                .body("missing.service", contains("processes-service"));
    }

    /** Reads a page again while a part of it is missing, as on a busy machine. */
    private static JsonPath complete(String uri) {
        JsonPath page = get(uri).statusCode(200).extract().jsonPath();
        for (int i = 0; i < 10 && !page.getList("missing").isEmpty(); i++) {
            page = get(uri).statusCode(200).extract().jsonPath();
        }
        return page;
    }

    @Test
    void pagesDoNotShiftWhateverIsWritten() {
        var seen = new ArrayList<String>();
        String next = "/v1/timeline?limit=2";
        int page = 0;
        while (next != null) {
            JsonPath body = complete(next);
            seen.addAll(body.getList("items.id"));
            next = body.getString("next");
            processes.with("2002-" + page, "meetings", "new-" + page);
            institutions.with("1988-" + page, "mandates", "new-mandate-" + page);
            page++;
        }
        assertEquals(List.of("iom", "forum", "c", "berne", "m1", "iom-related"), seen);
        assertTrue(page >= 3, "pages: " + page);
    }

    @Test
    void aCursorBelongsToItsQuery() {
        String next = get("/v1/timeline?limit=2").extract().path("next");
        get(next + "&event=met").statusCode(400).body("violations[0].parameter", equalTo("cursor"));
        get(next.replace("limit=2", "limit=3")).statusCode(200).body("items", hasSize(3));
    }

    @Test
    void aServiceThatIsMissingIsNamedAndStaysOutToTheLastPage() {
        processes.down();
        JsonPath first = get("/v1/timeline?limit=2&to=2030-01-01")
                .statusCode(200)
                .body("missing", hasSize(1))
                .body("missing[0].part", equalTo("items"))
                .body("missing[0].service", equalTo("processes-service"))
                .body(
                        "missing[0].collections",
                        containsInAnyOrder("meetings", "outputs", "participations", "processes"))
                .body("missing[0].problem.status", equalTo(503))
                .body("missing[0].lastGood", nullValue())
                .body("position", equalTo("capacity:1,institution:3"))
                .extract()
                .jsonPath();
        processes.up();
        get(first.getString("next"))
                .statusCode(200)
                .body("missing.service", contains("processes-service"))
                .body("items.id", contains("c", "iom-related"));
    }

    @Test
    void theLastGoodCopyIsUsedForAServiceThatIsMissing() {
        get("/v1/timeline?to=2040-01-01").body("missing", empty());
        processes.down();
        get("/v1/timeline?to=2040-01-01")
                .statusCode(200)
                .body("items", hasSize(6))
                .body("missing.service", contains("processes-service"))
                .body("missing[0].lastGood.position", equalTo("process:2"));
    }

    @Test
    void whenNoServiceRespondsThereIsNoPage() {
        List.of(institutions, functions, processes).forEach(ServicePages::down);
        get("/v1/timeline?to=2050-01-01")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/problems/service-unavailable"));
    }

    @Test
    void whatAServiceRefusesIsRefusedWithItsPlace() {
        functions.refuse("event");
        get("/v1/timeline?event=boredom")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/invalid-parameter"))
                .body("violations[0].parameter", equalTo("event"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/timeline?colour=blue | colour",
                "/v1/timeline?collection=coverage | collection",
                "/v1/timeline?limit=0 | limit",
                "/v1/timeline?limit=501 | limit",
                "/v1/timeline?cursor=abc | cursor",
                "/v1/timeline?after=1951 | after",
                "/v1/search?q=a&cursor=YXxi | cursor",
                "/v1/suggest?q=a&limit=51 | limit",
                "/v1/suggest?q=a&cursor=YXxi | cursor",
            })
    void parametersThatMakeNoSenseAreRefusedByName(String address, String parameter) {
        get(address)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].parameter", equalTo(parameter));
    }

    @Test
    void aClientThatHasThePageIsToldSo() {
        String tag = get("/v1/timeline?institution=iom").extract().header("ETag");
        given().header("If-None-Match", tag)
                .when()
                .get("/v1/timeline?institution=iom")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
    }

    @Test
    void itCanOnlyBeReadAsJson() {
        given().when().post(path).then().statusCode(405);
        given().when().head(path).then().statusCode(200).header("ETag", notNullValue());
        given().accept("text/csv").when().get(path).then().statusCode(406);
    }

    @Test
    void aDiffTellsWhatIsCompared() {
        serve("/v1/diff");
        get("/v1/diff?from=2001-01-01&to=2002-01-01&knownAt=2026-01-02T00:00:00Z")
                .statusCode(200)
                .body("axis", equalTo("world"))
                .body("from", equalTo("2001-01-01"))
                .body("to", equalTo("2002-01-01"))
                .body("validAt", nullValue())
                .body("knownAt", equalTo("2026-01-02T00:00:00Z"))
                .body("items", hasSize(6));
        get("/v1/diff?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z").body("axis", equalTo("knowledge"));
    }

    @Test
    void aDiffWithoutItsTimesIsRefusedByTheServices() {
        serve("/v1/diff");
        institutions.refuse("from");
        get("/v1/diff").statusCode(400).body("violations[0].parameter", equalTo("from"));
    }

    @Test
    void suggestionsAreTheBestOfAllServices() {
        serve("/v1/suggest");
        get("/v1/suggest?q=a&limit=2").statusCode(200).body("items.id", contains("iom", "forum"));
    }

    private static ValidatableResponse get(String address) {
        return given().urlEncodingEnabled(false).when().get(address).then();
    }
}
