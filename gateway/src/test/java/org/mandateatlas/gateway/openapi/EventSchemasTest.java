package org.mandateatlas.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EventSchemasTest {

    private static final String TRANSFER = "/schemas/org.mandateatlas.mandate.transferred.v1.json";

    @Test
    void aSchemaIsKnownByItsAddress() {
        given().header("Host", "atlas.example")
                .when()
                .get(TRANSFER)
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("'$schema'", equalTo("https://json-schema.org/draft/2020-12/schema"))
                .body("'$id'", equalTo("http://atlas.example" + TRANSFER))
                .body("allOf[1].properties.change.const", equalTo("transferred"));
    }

    @Test
    void everySchemaIsListed() {
        given().header("Host", "atlas.example")
                .when()
                .get("/schemas")
                .then()
                .statusCode(200)
                .body("items.href", hasItem("http://atlas.example" + TRANSFER))
                .body("items.findAll { it.name.startsWith('org.mandateatlas.') }.size()", greaterThan(80))
                .body("items.findAll { it.title == '' }.name", equalTo(List.of()));
    }

    @Test
    void whatASchemaRefersToCanBeHad() throws IOException {
        var seen = new TreeSet<String>();
        follow(given().when().get("/schemas").jsonPath().getList("items.href", String.class), seen);
    }

    private static void follow(List<String> addresses, Set<String> seen) throws IOException {
        for (String address : addresses) {
            if (seen.add(address)) {
                var answer = given().when().get(address);
                assertEquals(200, answer.statusCode(), address);
                JsonNode schema = new JsonMapper().readTree(answer.asByteArray());
                assertEquals(address, schema.path("$id").asText());
                follow(
                        schema.findValuesAsText("$ref").stream()
                                .map(reference ->
                                        URI.create(address).resolve(reference).toString())
                                .toList(),
                        seen);
            }
        }
    }

    @Test
    void anUnknownSchemaIsNotFound() {
        given().when().get("/schemas/boredom.json").then().statusCode(404).contentType("application/problem+json");
    }
}
