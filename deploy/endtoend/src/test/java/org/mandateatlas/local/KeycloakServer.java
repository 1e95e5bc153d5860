package org.mandateatlas.local;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mandateatlas.embedded.FreePort;

/** Keycloak with the realm of the Compose project, its users and a signing key that the test knows. */
final class KeycloakServer implements AutoCloseable {

    /** The audience of tokens for the API. */
    static final String AUDIENCE = "mandate-atlas-api";

    /** The client of the Compose project, with roles in the claims {@code groups} and {@code realm_access}. */
    static final String CLIENT = "mandate-atlas";

    /** A client whose tokens have the roles in {@code realm_access} only. */
    static final String PLAIN_CLIENT = "plain";

    /** A client of another API. */
    static final String OTHER_CLIENT = "other";

    private static final Path DISTRIBUTION = Path.of("target/keycloak");
    private static final Path REALM_FILE = Path.of("../compose/config/realm.json");
    private static final String REALM = "mandate-atlas";
    private static final String PASSWORD = "password";
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final JsonMapper JSON = new JsonMapper();

    private final int port = FreePort.find();
    private final Path log;
    private final Process process;

    private KeycloakServer(Path home, Path log) throws IOException {
        this.log = log;
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address(),
                        "--log-level=warn")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "JAVA_OPTS",
                        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms128m -Xmx512m -Djava.net.preferIPv4Stack=true");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        this.process = builder.start();
    }

    /** Starts it; see {@link #awaitReady}. */
    static KeycloakServer start(KeyPair keys, Path log) throws IOException {
        Path home;
        try (var folders = Files.list(DISTRIBUTION)) {
            home = folders.findFirst().orElseThrow();
        }
        var realms = Files.createDirectories(home.resolve("data/import"));
        JSON.writeValue(realms.resolve(REALM + ".json").toFile(), realm(keys));
        return new KeycloakServer(home, log);
    }

    private static ObjectNode realm(KeyPair keys) throws IOException {
        var realm = (ObjectNode) JSON.readTree(REALM_FILE.toFile());
        var clients = (ArrayNode) realm.path("clients");
        var client = ((ObjectNode) clients.get(0)).put("directAccessGrantsEnabled", true);
        var audience = client.path("protocolMappers").get(1);
        for (var name : List.of(PLAIN_CLIENT, OTHER_CLIENT)) {
            var added = clients.addObject()
                    .put("clientId", name)
                    .put("enabled", true)
                    .put("publicClient", true)
                    .put("directAccessGrantsEnabled", true);
            if (name.equals(PLAIN_CLIENT)) {
                added.putArray("protocolMappers").add(audience);
            }
        }
        var users = realm.putArray("users");
        addUser(users, "curator", "curator");
        addUser(users, "subscriber", "subscriber");
        addUser(users, "other-subscriber", "subscriber");
        addUser(users, "reader", "offline_access");
        var privateKey = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        realm.putObject("components")
                .set(
                        "org.keycloak.keys.KeyProvider",
                        JSON.valueToTree(List.of(
                                provider(
                                        "first",
                                        "rsa",
                                        Map.of("priority", List.of("100"), "privateKey", List.of(privateKey))),
                                provider("hmac", "hmac-generated", Map.of("algorithm", List.of("HS512"))),
                                provider("aes", "aes-generated", Map.of()))));
        return realm;
    }

    private static void addUser(ArrayNode users, String name, String role) {
        var user = users.addObject()
                .put("username", name)
                .put("enabled", true)
                .put("email", name + "@example.org")
                .put("firstName", "First")
                .put("lastName", "Last");
        user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
        user.putArray("realmRoles").add(role);
    }

    private static Map<String, Object> provider(String name, String id, Map<String, List<String>> config) {
        return Map.of("name", name, "providerId", id, "config", config);
    }

    void awaitReady() throws InterruptedException, IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("Keycloak is not ready:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
    }

    private boolean isReady() {
        try {
            return given().get(issuer() + "/.well-known/openid-configuration").statusCode() == 200;
        } catch (Exception e) {
            return false; // not listening yet
        }
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns the issuer of its tokens. */
    String issuer() {
        return address() + "/realms/" + REALM;
    }

    /** Returns the URL of its key set. */
    String keySet() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    /** Returns an access token of a user. */
    String token(String client, String user) {
        return token(REALM, client, user);
    }

    /** Returns an access token of the administrator, which another realm issues. */
    String administratorToken() {
        return token("master", "admin-cli", "admin");
    }

    private String token(String realm, String client, String user) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", user)
                .formParam("password", PASSWORD)
                .post(address() + "/realms/" + realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Adds a key, which signs tokens from now on. */
    void rotateKey() {
        var config = Map.of("priority", List.of("200"), "algorithm", List.of("RS256"));
        given().header("Authorization", "Bearer " + administratorToken())
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "second",
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        config))
                .post(address() + "/admin/realms/" + REALM + "/components")
                .then()
                .statusCode(201);
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("Keycloak survives SIGKILL");
        }
    }
}
