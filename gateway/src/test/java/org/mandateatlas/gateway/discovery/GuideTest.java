package org.mandateatlas.gateway.discovery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class GuideTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void aClientIsToldWhereToGo() {
        given().header("Host", "atlas.example:8443")
                .when()
                .get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("links.href", hasItem("http://atlas.example:8443/v1"));
    }

    @Test
    void aBrowserIsShownTheExplorer() {
        given().accept(BROWSER)
                .header("Host", "atlas.example")
                .when()
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Vary", containsString("accept"))
                .body(containsString("/explorer/assets/"));
    }

    @Test
    void theFilesOfTheExplorerAreCachedForEver() {
        String page = given().accept(BROWSER)
                .when()
                .get("/explorer/coverage?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-cache")
                .extract()
                .asString();
        String script = page.replaceAll("(?s).*src=\"(/explorer/assets/[^\"]+)\".*", "$1");
        given().when()
                .get(script)
                .then()
                .statusCode(200)
                .contentType("text/javascript;charset=UTF-8")
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void theExplorerIsNotSentAgainUnchanged() {
        String tag = given().accept(BROWSER).when().get("/").header("ETag");
        given().accept(BROWSER)
                .header("If-None-Match", tag)
                .when()
                .get("/")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/explorer/nothing", "/explorer/institutions/iom/more", "/explorer/assets/0/explorer.js"})
    void theExplorerHasNoOtherPages(String path) {
        given().accept(BROWSER).when().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void theVersionLinksToItsCollections() {
        given().header("Host", "atlas.example")
                .when()
                .get("/v1")
                .then()
                .statusCode(200)
                .body(
                        "collections.name",
                        equalTo(java.util.List.of(
                                "absences",
                                "capacities",
                                "coverage",
                                "functions",
                                "governance-models",
                                "institutions",
                                "instruments",
                                "mandates",
                                "meetings",
                                "network",
                                "objectives",
                                "outputs",
                                "participations",
                                "policy-options",
                                "processes",
                                "sources")))
                .body("collections.href", hasItem("http://atlas.example/v1/mandates"))
                .body(
                        "links.name",
                        equalTo(java.util.List.of(
                                "v1",
                                "timeline",
                                "changes",
                                "snapshot",
                                "openapi",
                                "asyncapi",
                                "schemas",
                                "api-catalog",
                                "docs",
                                "model",
                                "health")));
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsExplainedToAClient(ProblemType type) {
        given().when()
                .get(type.reference())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("type", equalTo("http://localhost:" + RestAssured.port + type.reference()))
                .body("title", equalTo(type.title()))
                .body("status", equalTo(type.status()))
                .body("meaning", equalTo(type.meaning()))
                .body("remedy", equalTo(type.remedy()));
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsExplainedToABrowser(ProblemType type) {
        given().accept(BROWSER)
                .when()
                .get(type.reference())
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<h1>" + type.title().replace("'", "&#39;") + "</h1>"));
    }

    @Test
    void anUnknownProblemIsNotFound() {
        given().when().get("/problems/boredom").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aPageCannotBeWritten() {
        given().when()
                .post("/")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .contentType("application/problem+json");
    }

    @Test
    void theFirstPageLeadsToTheCatalog() {
        given().when()
                .get("/")
                .then()
                .header(
                        "Link",
                        equalTo("</.well-known/api-catalog>; rel=\"api-catalog\", </dataset>; rel=\"describedby\""));
    }

    @Test
    void theCatalogTellsMachinesWhereEachApiIsDescribed() {
        given().header("Host", "atlas.example")
                .when()
                .get("/.well-known/api-catalog")
                .then()
                .statusCode(200)
                .header(
                        "Content-Type",
                        startsWith("application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\""))
                .header("Link", containsString("rel=\"api-catalog\""))
                .body("linkset[0].anchor", equalTo("http://atlas.example/.well-known/api-catalog"))
                .body("linkset[0].item.href", hasItem("http://atlas.example/v1/changes"))
                .body("linkset[1].'service-desc'[0].href", equalTo("http://atlas.example/openapi"))
                .body("linkset[1].status[0].href", equalTo("http://atlas.example/health"))
                .body("linkset[2].'service-desc'[0].href", equalTo("http://atlas.example/asyncapi"))
                .body("linkset[2].alternate[0].href", equalTo("http://atlas.example/v1/changes.atom"));
    }

    @Test
    void theCatalogIsLinkedFromItsHead() {
        given().when()
                .head("/.well-known/api-catalog")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"api-catalog\""));
    }
}
