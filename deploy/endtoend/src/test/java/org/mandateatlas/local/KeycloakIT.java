package org.mandateatlas.local;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mandateatlas.contract.Example;
import org.mandateatlas.embedded.FreePort;

/**
 * The tokens of a Keycloak are accepted, also after a rotation of its key, and forged ones are not. A gateway and two services of their own
 * trust that Keycloak; they use the databases and the broker of the shared suite.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(SharedSuite.class)
@Order(9)
class KeycloakIT {

    private static final String SOURCE = "/v1/sources/newland-2004";
    private static final String SUBSCRIPTIONS = "/v1/subscriptions";
    private static final String ACTOR_KEY = "a key of the test for pseudonyms";

    private final LaunchedSuite suite;
    private final Path folder;
    private final KeyPair keys;
    private final KeycloakServer keycloak;
    private final GatewayProcess gateway;
    private final ServiceProcess institutions;
    private final ServiceProcess subscriptions;
    private String firstToken = "";

    KeycloakIT(LaunchedSuite suite, @TempDir Path folder) throws Exception {
        this.suite = suite;
        this.folder = folder;
        this.keys = TokenForge.generateKeys();
        this.keycloak = KeycloakServer.start(keys, folder.resolve("keycloak.log"));
        this.institutions =
                service("institutions", Map.of("ATLAS_ACTOR_KEY", ACTOR_KEY, "ATLAS_DATASET_IMPORT", "false"));
        this.subscriptions = service(
                "subscriptions",
                Map.of(
                        "ATLAS_WEBHOOKS_SECRET_KEYS",
                        "local:" + passwords().of("webhook-secrets"),
                        "ATLAS_WEBHOOKS_ALLOW_PRIVATE_ADDRESSES",
                        "true"));
        var environment = new HashMap<>(suite.gatewayEnvironment());
        environment.putAll(trust());
        environment.put("ATLAS_UPSTREAMS_INSTITUTIONS_SERVICE_URL", institutions.address());
        environment.put("ATLAS_UPSTREAMS_SUBSCRIPTIONS_SERVICE_URL", subscriptions.address());
        this.gateway = new GatewayProcess(suite.kafka(), environment, folder.resolve("gateway.log"));
    }

    private ServiceProcess service(String name, Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.putAll(trust());
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + suite.port(Port.POSTGRES) + "/" + name);
        environment.put("QUARKUS_DATASOURCE_USERNAME", name);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", passwords().of(name));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", suite.kafka());
        return ServiceProcess.start(name, FreePort.find(), environment, folder.resolve(name + ".log"));
    }

    private Passwords passwords() {
        return new Passwords(suite.dataDirectory().passwords());
    }

    /** The settings of every component for tokens of Keycloak. */
    private Map<String, String> trust() {
        return Map.of(
                "MP_JWT_VERIFY_ISSUER",
                keycloak.issuer(),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                keycloak.keySet(),
                "MP_JWT_VERIFY_AUDIENCES",
                KeycloakServer.AUDIENCE,
                "SMALLRYE_JWT_PATH_GROUPS",
                "realm_access/roles");
    }

    @BeforeAll
    void awaitReady() throws Exception {
        institutions.awaitReady();
        subscriptions.awaitReady();
        gateway.start();
        keycloak.awaitReady();
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
        subscriptions.stop();
        institutions.stop();
        keycloak.close();
    }

    @Test
    @Order(1)
    void tokensOfACuratorAndOfASubscriberAreAccepted() throws IOException {
        firstToken = keycloak.token(KeycloakServer.CLIENT, "curator");
        for (var client : List.of(KeycloakServer.CLIENT, KeycloakServer.PLAIN_CLIENT)) {
            assertAccepted(keycloak.token(client, "curator"));
            list(gateway.address(), keycloak.token(client, "subscriber")).statusCode(200);
            list(subscriptions.address(), keycloak.token(client, "subscriber")).statusCode(200);
        }
        var example = Example.read(Path.of("../contract/examples")).stream()
                .filter(one -> one.operationId().equals("putSource"))
                .findFirst()
                .orElseThrow();
        as(firstToken)
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body(String.valueOf(example.body()))
                .put(gateway.address() + "/v1/sources/written-with-keycloak")
                .then()
                .statusCode(201);
        given().get(gateway.address() + "/v1/sources/written-with-keycloak/history")
                .then()
                .statusCode(200)
                .body("items[0].actor", matchesPattern("actor-[0-9a-f]{20}"));
    }

    @Test
    @Order(2)
    void aSubscriptionBelongsToTheSubject() {
        var owner = keycloak.token(KeycloakServer.CLIENT, "subscriber");
        var other = keycloak.token(KeycloakServer.CLIENT, "other-subscriber");
        var created = as(owner)
                .contentType("application/json")
                .body("{\"url\":\"https://receiver.example/changes\"}")
                .post(gateway.address() + SUBSCRIPTIONS)
                .then()
                .statusCode(201)
                .body("owner", equalTo("subscriber"))
                .extract()
                .<String>path("id");
        var url = gateway.address() + SUBSCRIPTIONS + "/" + created;
        as(other).get(url).then().statusCode(404);
        as(other).delete(url).then().statusCode(404);
        as(owner).delete(url).then().statusCode(204);
    }

    @Test
    @Order(3)
    void aNewKeyOfTheIssuerIsAcceptedWithoutARestart() throws IOException {
        keycloak.rotateKey();

        var token = keycloak.token(KeycloakServer.CLIENT, "curator");
        assertNotEquals(keyId(firstToken), keyId(token));
        assertAccepted(token);
        list(gateway.address(), token).statusCode(200);
        list(subscriptions.address(), token).statusCode(200);
        assertAccepted(firstToken);
    }

    @Test
    @Order(4)
    void aTokenWithoutTheRoleIsForbidden() {
        for (var user : List.of("subscriber", "reader")) {
            var token = keycloak.token(KeycloakServer.CLIENT, user);
            as(token).get(gateway.address() + SOURCE).then().statusCode(200);
            for (var address : List.of(gateway.address(), institutions.address())) {
                assertProblem(write(address, token), 403, "forbidden");
            }
        }
        var reader = keycloak.token(KeycloakServer.CLIENT, "reader");
        for (var address : List.of(gateway.address(), subscriptions.address())) {
            assertProblem(list(address, reader), 403, "forbidden");
        }
    }

    @TestFactory
    @Order(5)
    Stream<DynamicTest> forgedTokensAreRejected() throws Exception {
        var forge = new TokenForge(keys, keyId(firstToken), keycloak.issuer(), KeycloakServer.AUDIENCE);
        assertAccepted(forge.flawless());
        var tokens = forge.forgeries();
        tokens.put("of a client of another API", keycloak.token(KeycloakServer.OTHER_CLIENT, "curator"));
        tokens.put("of another realm", keycloak.administratorToken());
        tokens.put("of ./atlas token", suite.token("curator", "ana"));
        return tokens.entrySet().stream()
                .map(token -> DynamicTest.dynamicTest(token.getKey(), () -> assertRejected(token.getValue())));
    }

    private void assertAccepted(String token) {
        for (var address : List.of(gateway.address(), institutions.address())) {
            write(address, token).statusCode(412);
        }
    }

    private void assertRejected(String token) {
        for (var address : List.of(gateway.address(), institutions.address())) {
            assertUnauthorized(write(address, token));
        }
        for (var address : List.of(gateway.address(), subscriptions.address())) {
            assertUnauthorized(list(address, token));
        }
        assertUnauthorized(as(token).get(gateway.address() + SOURCE).then());
    }

    private static void assertUnauthorized(ValidatableResponse response) {
        assertProblem(response.header("WWW-Authenticate", startsWith("Bearer")), 401, "unauthorized");
    }

    private static void assertProblem(ValidatableResponse response, int status, String type) {
        response.statusCode(status).contentType("application/problem+json").body("type", endsWith("/problems/" + type));
    }

    /** The precondition fails, so that an accepted token changes nothing. */
    private static ValidatableResponse write(String address, String token) {
        return as(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"999999\"")
                .body("{\"title\":\"Forged\"}")
                .patch(address + SOURCE)
                .then();
    }

    private static ValidatableResponse list(String address, String token) {
        return as(token).get(address + SUBSCRIPTIONS).then();
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String keyId(String token) throws IOException {
        var header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return new JsonMapper().readTree(header).path("kid").asText();
    }
}
