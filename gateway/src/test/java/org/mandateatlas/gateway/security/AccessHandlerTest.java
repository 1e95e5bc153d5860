package org.mandateatlas.gateway.security;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.gateway.Surroundings;
import org.mandateatlas.gateway.Tokens;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AccessHandlerTest {

    @SuppressWarnings("NullAway.Init")
    Tokens tokens;

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aWriteWithoutATokenIsUnauthorized(String method) {
        given().when()
                .request(method, "/v1/institutions/iom")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aWriteWithoutTheRoleIsForbidden(String method) {
        given().header("Authorization", "Bearer " + tokens.of("reader"))
                .when()
                .request(method, "/v1/institutions/iom")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aCuratorsWriteReachesTheOwnerWithItsToken(String method) {
        String token = "Bearer " + tokens.of("curator");
        given().header("Authorization", token)
                .contentType(ContentType.JSON)
                .body("{}")
                .when()
                .request(method, "/v1/institutions/iom")
                .then()
                .statusCode(200)
                .body("method", equalTo(method))
                .body("headers.Authorization", equalTo(token))
                .body("body", equalTo("{}"));
    }

    @Test
    void aBatchIsAWrite() {
        given().contentType("application/x-ndjson")
                .when()
                .post("/v1/institutions/batch")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + tokens.of("reader"))
                .when()
                .post("/v1/institutions/batch")
                .then()
                .statusCode(403);
        given().config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .header("Authorization", "Bearer " + tokens.of("curator"))
                .contentType("application/x-ndjson")
                .body("{}\n{}")
                .when()
                .post("/v1/institutions/batch")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/v1/institutions/batch"))
                .body("body", equalTo("{}\n{}"));
    }

    @Test
    void aQuestionNeedsNoToken() {
        given().contentType(ContentType.JSON)
                .body("{\"operations\": []}")
                .when()
                .post("/v1/simulations?validAt=2004-12-31")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/v1/simulations?validAt=2004-12-31"))
                .body("body", equalTo("{\"operations\": []}"));
    }

    @Test
    void aTokenOnAQuestionMustBeValid() {
        given().header("Authorization", "Bearer " + tokens.expired())
                .when()
                .post("/v1/simulations")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + tokens.of("reader"))
                .when()
                .post("/v1/simulations")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/coverage",
                "POST /v1/policy-options",
                "POST /v1/coverage/batch",
                "POST /v1/institutions/iom/batch",
                "POST /v1/simulations/",
                "POST /v1/simulations/x",
                "POST /v1/simulations/../institutions/iom",
                "POST /v1/simulations%2F",
                "PUT /v1/simulations",
                "PATCH /v1/simulations",
                "DELETE /v1/simulations"
            })
    void onlyAQuestionIsAsked(String request) {
        int blank = request.indexOf(' ');
        given().urlEncodingEnabled(false)
                .when()
                .request(request.substring(0, blank), request.substring(blank + 1))
                .then()
                .statusCode(405);
    }

    @Test
    void anExpiredTokenIsRefused() {
        write(tokens.expired()).statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        write(tokens.ofAnotherIssuer()).statusCode(401);
    }

    @Test
    void aTokenThatAnotherKeySignedIsRefused() {
        write(new Tokens().of("curator")).statusCode(401).body("type", endsWith("/problems/unauthorized"));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        write("eyJhbGciOiJub25lIn0.eyJncm91cHMiOlsiY3VyYXRvciJdfQ.").statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer ", "Basic YTpi", "nonsense"})
    void aReadWithABadTokenIsUnauthorized(String authorization) {
        given().header("Authorization", authorization)
                .when()
                .get("/v1/institutions/iom")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json");
    }

    @Test
    void aReadWithAGoodTokenIsARead() {
        given().header("Authorization", "Bearer " + tokens.of("reader"))
                .when()
                .get("/v1/institutions/iom")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PROPFIND, institutions/iom, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'",
        "POST, institutions/iom, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'",
        "POST, institutions/iom/, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'",
        "PUT, institutions, 'GET, HEAD, OPTIONS'",
        "DELETE, institutions/iom/history, 'GET, HEAD, OPTIONS'",
        "PUT, coverage/gaps, 'GET, HEAD, OPTIONS'",
        "PUT, institutions/iom/profile, 'GET, HEAD, OPTIONS'",
        "POST, snapshot, 'GET, HEAD, OPTIONS'",
        "PUT, simulations, 'POST, OPTIONS'",
        "GET, simulations, 'POST, OPTIONS'"
    })
    void whatCannotBeDoneNeedsNoTokenToBeRefused(String method, String path, String allowed) {
        given().when()
                .request(method, "/v1/" + path)
                .then()
                .statusCode(405)
                .header("Allow", allowed)
                .body("type", endsWith("/problems/method-not-allowed"));
    }

    @ParameterizedTest
    @CsvSource({
        "institutions/iom, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'",
        "institutions, 'GET, HEAD, OPTIONS'",
        "institutions/batch, 'POST, OPTIONS'",
        "search, 'GET, HEAD, OPTIONS'",
        "simulations, 'POST, OPTIONS'"
    })
    void whatCanBeDoneIsTold(String path, String allowed) {
        given().when().options("/v1/" + path).then().statusCode(204).header("Allow", allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, subscriptions",
        "GET, subscriptions/",
        "GET, subscriptions/x",
        "GET, subscriptions/x/deliveries/1",
        "GET, x/../subscriptions/x",
        "GET, %73ubscriptions",
        "HEAD, subscriptions",
        "PUT, subscriptions",
        "POST, subscriptions",
        "POST, subscriptions/x/secret",
        "POST, %73ubscriptions/x/deliveries/1/redelivery"
    })
    void aCollectionWithRolesNeedsATokenInEverySpelling(String method, String path) {
        given().urlEncodingEnabled(false)
                .when()
                .request(method, "/v1/" + path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscriber", "curator"})
    void aRequestWithOneOfTheRolesIsForwardedWithItsToken(String role) {
        var authorization = "Bearer " + tokens.of(role);
        given().header("Authorization", authorization)
                .when()
                .get("/v1/subscriptions/x?a=b")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/v1/subscriptions/x?a=b"))
                .body("headers.Authorization", equalTo(authorization));
    }

    @Test
    void otherRolesDoNotOpenIt() {
        given().header("Authorization", "Bearer " + tokens.of("reader"))
                .when()
                .get("/v1/subscriptions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/forbidden"));
    }

    @Test
    void aSubscriberWritesNoDocuments() {
        given().header("Authorization", "Bearer " + tokens.of("subscriber"))
                .when()
                .delete("/v1/institutions/iom")
                .then()
                .statusCode(403);
    }

    @Test
    void whatCanBeDoneIsWhatTheDescriptionSays() throws IOException {
        var paths = new YAMLMapper()
                .readTree(Path.of("openapi/openapi.yaml").toFile())
                .get("paths")
                .properties();
        var described = new TreeMap<String, Set<String>>();
        var told = new TreeMap<String, Set<String>>();
        // the service tells the methods of subscriptions itself
        paths.stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .filter(path -> !path.getKey().startsWith("/v1/subscriptions"))
                .forEach(path -> {
                    var address = path.getKey().replaceAll("\\{[^}]+}", "x");
                    var methods = new TreeSet<>(Set.of("OPTIONS"));
                    path.getValue().fieldNames().forEachRemaining(field -> methods.add(field.toUpperCase(Locale.ROOT)));
                    methods.remove("PARAMETERS");
                    if (methods.contains("GET")) {
                        methods.add("HEAD");
                    }
                    described.put(address, methods);
                    var allow = given().when().options(address).header("Allow");
                    told.put(address, new TreeSet<>(List.of(allow.split(", ", -1))));
                });
        assertTrue(described.size() > 70, "there are many paths, not " + described.size());
        assertEquals(described, told);
    }

    private static ValidatableResponse write(String token) {
        return given().header("Authorization", "Bearer " + token)
                .when()
                .delete("/v1/institutions/iom")
                .then();
    }
}
