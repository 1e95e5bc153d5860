package org.mandateatlas.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalToIgnoringCase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.gateway.Surroundings;

@QuarkusTest
@TestProfile(ConfinedWritesTest.Confined.class)
@QuarkusTestResource(Surroundings.class)
class ConfinedWritesTest {

    @ParameterizedTest
    @CsvSource({
        "https://desk.example, 'GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE'",
        "https://elsewhere.example, 'GET, HEAD, OPTIONS'",
        "null, 'GET, HEAD, OPTIONS'"
    })
    void onlyPagesOfTheConfiguredOriginsMayWrite(String origin, String methods) {
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .when()
                .options("/v1/mandates/new")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", methods)
                .header("Vary", equalToIgnoringCase("origin"));
    }

    /** A gateway that confines writes, behind a proxy that takes HTTPS. */
    public static final class Confined implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("atlas.cors.write-origins", "https://desk.example");
        }
    }
}
