package org.mandateatlas.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.deprecation.DeprecatedSince;
import org.mandateatlas.gateway.Surroundings;

/** One declaration makes the marks in OpenAPI and the headers of responses. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DeprecationTest {

    /** Resources as a later version might have them. */
    @Path("/later")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public static class LaterResource {

        @GET
        @Path("old")
        @DeprecatedSince(value = "2026-12-01", sunset = "2027-12-01", successor = "/later/new")
        public Answer getOldAnswer() {
            return new Answer("1", "1");
        }

        @GET
        @Path("new")
        public Answer getNewAnswer(
                @DeprecatedSince(value = "2026-12-02", sunset = "2028-01-05", successor = "size") @RestQuery @Nullable String length,
                @RestQuery @Nullable String size) {
            return new Answer(length == null ? "none" : length, size == null ? "none" : size);
        }
    }

    /** A response with a deprecated field. */
    public record Answer(
            @DeprecatedSince(value = "2026-12-01", sunset = "2027-12-01", successor = "size")
            String length,

            String size) {}

    @Test
    void aDeprecatedOperationSaysSoInItsResponses() {
        var response = given().when().get("/later/old").then().statusCode(200).extract();

        assertEquals("@1796083200", response.header("Deprecation"));
        assertEquals("Wed, 01 Dec 2027 00:00:00 GMT", response.header("Sunset"));
        assertEquals(
                List.of(
                        "</later/new>; rel=\"successor-version\"",
                        "</docs/versioning.md>; rel=\"deprecation\"; type=\"text/markdown\""),
                response.headers().getValues("Link"));
    }

    @Test
    void aDeprecatedParameterSaysSoWhereItIsUsed() {
        given().when()
                .get("/later/new?length=3")
                .then()
                .statusCode(200)
                .header("Deprecation", "@1796169600")
                .header("Sunset", "Wed, 05 Jan 2028 00:00:00 GMT")
                .header("Link", containsString("rel=\"deprecation\""));
        given().when()
                .get("/later/new?size=3")
                .then()
                .statusCode(200)
                .header("Deprecation", nullValue())
                .header("Sunset", nullValue())
                .header("Link", nullValue());
    }

    @Test
    void operationsParametersAndFieldsAreMarkedInTheDescription() {
        given().accept("application/json")
                .when()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/later/old'.get.deprecated", equalTo(true))
                .body("paths.'/later/old'.get.description", containsString("use `/later/new`"))
                .body("paths.'/later/new'.get.deprecated", nullValue())
                .body("paths.'/later/new'.get.parameters.findAll { it.deprecated }.name", equalTo(List.of("length")))
                .body("components.schemas.Answer.properties.length.deprecated", equalTo(true))
                .body("components.schemas.Answer.properties.size.deprecated", nullValue());
    }

    @Test
    void thePolicyCanBeRead() {
        given().when().get("/docs/versioning.md").then().statusCode(200).body(containsString("# Versioning"));
    }
}
