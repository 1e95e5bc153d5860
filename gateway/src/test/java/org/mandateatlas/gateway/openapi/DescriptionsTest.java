package org.mandateatlas.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DescriptionsTest {

    @ParameterizedTest
    @CsvSource({"/openapi, application/yaml", "/openapi.yaml, */*"})
    void theDescriptionIsYaml(String path, String accept) {
        given().accept(accept)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(startsWith("openapi: 3.1.0"));
    }

    @ParameterizedTest
    @CsvSource({"/openapi, */*", "/openapi, application/json", "/openapi.json, */*"})
    void theDescriptionIsJson(String path, String accept) {
        given().accept(accept)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "profile=full, 3.1.0, true",
        "version=3.1&profile=full, 3.1.0, true",
        "version=3.0, 3.0.3, true",
        "profile=read, 3.1.0, false",
        "profile=read&version=3.0, 3.0.3, false"
    })
    void aRenditionIsSelectedByParameters(String query, String version, boolean writes) {
        for (String path : new String[] {"/openapi", "/openapi.json"}) {
            given().when()
                    .get(path + "?" + query)
                    .then()
                    .statusCode(200)
                    .body("openapi", equalTo(version))
                    .body("paths.'/v1/mandates/{id}'", hasKey("get"))
                    .body("paths.'/v1/mandates/{id}'", writes ? hasKey("put") : not(hasKey("put")));
        }
        given().when().get("/openapi.yaml?" + query).then().statusCode(200).body(startsWith("openapi: " + version));
    }

    @ParameterizedTest
    @CsvSource({"version=2.0, version", "version=3, version", "profile=write, profile", "colour=red, colour"})
    void anUnknownRenditionIsRefused(String query, String parameter) {
        for (String path : new String[] {"/openapi", "/openapi.json", "/openapi.yaml"}) {
            given().when()
                    .get(path + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("violations[0].parameter", equalTo(parameter));
        }
    }

    @Test
    void theDescriptionIsOneOfOwnersAndGateway() {
        given().when()
                .get("/openapi.json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Mandate Atlas"))
                .body("paths", hasKey("/v1/institutions"))
                .body("paths", hasKey("/problems/{name}"))
                .body("components.schemas", hasKey("Problem"));
    }

    @Test
    void theDescriptionCannotBeHadAsAPicture() {
        given().accept("image/png")
                .when()
                .get("/openapi")
                .then()
                .statusCode(406)
                .body("type", endsWith("/problems/not-acceptable"));
    }

    @Test
    void theDocsAreServedFromHere() {
        given().when()
                .get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .body(not(containsString("//")));
        for (String part : new String[] {"swagger-ui-bundle.js", "swagger-ui.css", "docs.css", "docs.js"}) {
            given().when().get("/docs/" + part).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/docs/model", "/problems/not-found"})
    void aPageHasOnePolicy(String path) {
        var policies = given().accept("text/html").when().get(path).headers().getValues("Content-Security-Policy");
        assertEquals(1, policies.size(), policies.toString());
        assertTrue(policies.getFirst().contains("style-src 'self'"), policies.toString());
    }

    @Test
    void theDataModelExplainsTermsAndValues() {
        given().when()
                .get("/docs/model")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("style-src 'self';"))
                .body(containsString("<p id=\"standing\"><strong>Standing.</strong> <code>starting-point</code>"))
                .body(containsString("<p id=\"version-revision\">"))
                .body(containsString("<h2 id=\"functions-and-capacities\">"))
                .body(containsString("<dt><code>set-aside</code></dt><dd>The function divides states"))
                .body(containsString("<h3 id=\"SourceGrade\">"))
                .body(not(containsString("<!--")))
                .body(not(containsString("style=")))
                .body(not(containsString("//")));
        given().when().get("/docs/model.css").then().statusCode(200);
    }

    @Test
    void theDescriptionOfEventsIsYamlOrJson() {
        given().accept("application/yaml")
                .when()
                .get("/asyncapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(startsWith("asyncapi: \"3.0.0\""));
        given().when()
                .get("/asyncapi.json")
                .then()
                .statusCode(200)
                .body("channels.MandateChanges.address", equalTo("atlas.mandate.v1"));
    }
}
