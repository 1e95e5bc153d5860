package org.mandateatlas.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.gateway.Surroundings;

/** Accept is read as in RFC 9110: without case, with weights, exclusions and empty elements. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1                 | APPLICATION/JSON                        | application/json",
                "/v1                 | Application/Json;Q=0.9                  | application/json",
                "/v1                 | , application/json ,                    | application/json",
                "/v1                 | ,                                       | application/json",
                "/                   | Text/HTML                               | text/html",
                "/                   | text/html;q=0.5, APPLICATION/json       | application/json",
                "/                   | text/html, application/json;q=0         | text/html",
                "/                   | */*, application/json;q=0               | text/html",
                "/openapi            | application/json                        | application/json",
                "/openapi            | APPLICATION/*;q=0.3                     | application/json",
                "/openapi            | application/json ; q=0.5 , */* ; q=0    | application/json",
                "/openapi            | application/json,                       | application/json",
                "/schemas            | ,,application/json;q=1.000              | application/json",
                "/problems/not-found | Text/*                                  | text/html",
                "/problems/not-found | text/html, image/gif, *; q=.2           | text/html",
                "/v1/changes         | Application/CloudEvents-Batch+JSON      | application/cloudevents-batch+json",
                "/v1/changes.atom    | APPLICATION/*                           | application/atom+xml",
                "/docs               | TEXT/html                               | text/html",
                "/v1/search?q=iom    | Application/JSON                        | application/json",
            })
    void anAcceptedTypeIsServed(String path, String accept, String expected) {
        given().config(AS_IT_IS)
                .header("Accept", accept)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1              | image/png",
                "/v1              | application/json;q=0",
                "/openapi         | image/png, */*;q=0",
                "/openapi         | text/html",
                "/v1/changes      | text/html, application/json;q=0.000",
                "/v1/changes.atom | application/json",
                "/docs            | application/json",
                "/v1/search?q=iom | nonsense"
            })
    void anythingElseIsNotAcceptable(String path, String accept) {
        given().config(AS_IT_IS)
                .header("Accept", accept)
                .when()
                .get(path)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
}
