package org.mandateatlas.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.Broker;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EventSchemasTest {

    @SuppressWarnings("NullAway.Init")
    Broker broker;

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
                .body("title", equalTo("MandateTransferred"))
                .body("type", equalTo("object"))
                .body("properties.change.const", equalTo("transferred"))
                .body("properties.document.'$ref'", equalTo("#/$defs/Mandate"));
    }

    @Test
    void everySchemaIsListed() {
        given().header("Host", "atlas.example")
                .when()
                .get("/schemas")
                .then()
                .statusCode(200)
                .body("items.href", hasItem("http://atlas.example" + TRANSFER))
                .body("items.findAll { it.name.startsWith('org.mandateatlas.') }.size()", greaterThan(75))
                .body("items.findAll { it.title == '' }.name", equalTo(List.of()));
    }

    @Test
    void everySchemaIsSelfContained() throws IOException {
        for (String address : given().when().get("/schemas").jsonPath().getList("items.href", String.class)) {
            JsonNode schema =
                    new JsonMapper().readTree(given().when().get(address).asByteArray());
            assertEquals(address, schema.path("$id").asText());
            for (String reference : schema.findValuesAsText("$ref")) {
                assertTrue(reference.startsWith("#/$defs/"), reference);
                assertTrue(schema.at(reference.substring(1)).isObject(), address + " " + reference);
            }
        }
    }

    @Test
    void theEventDescriptionHasTheAddressesOfTheRunningSuite() {
        for (String path : List.of("/asyncapi.json", "/asyncapi")) {
            given().header("Host", "atlas.example:8443")
                    .accept("application/json")
                    .when()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("asyncapi", equalTo("3.0.0"))
                    .body("servers.gateway.host", equalTo("atlas.example:8443"))
                    .body("servers.gateway.protocol", equalTo("http"))
                    .body("servers.kafka.host", equalTo(broker.address()))
                    .body(
                            "channels.MandateChanges.messages.MandateTransferred.'$ref'",
                            containsString("MandateTransferred"));
        }
        given().when().get("/asyncapi.yaml").then().statusCode(200).body(containsString(broker.address()));
    }

    @Test
    void anUnknownSchemaIsNotFound() {
        given().when().get("/schemas/boredom.json").then().statusCode(404).contentType("application/problem+json");
    }
}
