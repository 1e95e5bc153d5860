package org.mandateatlas.subscriptions.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.subscriptions.Receiver;
import org.mandateatlas.subscriptions.Streams;
import org.mandateatlas.subscriptions.webhook.Secret;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Tokens;

/** Subscriptions belong to the subject of a token, and their secrets are encrypted in the database. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Streams.class)
class OwnershipTest {

    private static final String ALL = "/v1/subscriptions";
    private static final String ISSUER = "https://mandateatlas.org/local";

    private final Feed feed;
    private final SecretRepository secrets;
    private final String name = UUID.randomUUID().toString();
    private final String subject = "subject-" + name;

    OwnershipTest(Feed feed, SecretRepository secrets) {
        this.feed = feed;
        this.secrets = secrets;
    }

    @BeforeEach
    void awaitReady() {
        Receiver.awaitReady(feed);
    }

    @Test
    void theSameNameOfAnotherSubjectOwnsNothing() {
        var id = create().getString("id");

        as("subject-of-another", name).get(ALL).then().statusCode(200).body("items", empty());
        as("subject-of-another", name).get(ALL + "/" + id).then().statusCode(404);
        as("subject-of-another", name).delete(ALL + "/" + id).then().statusCode(404);
    }

    @Test
    void aSubjectKeepsItsSubscriptionsUnderAnotherName() {
        var id = create().getString("id");

        as(subject, "new name")
                .get(ALL)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items.owner", contains(name));
    }

    @Test
    void aRowOfAnEarlierVersionBelongsToTheFirstSubjectWithItsName() throws SQLException {
        var id = create().getString("id");
        execute("update subscription set owner_issuer = null, owner_subject = null where id = '" + id + "'");

        as("subject-of-another", "another name").get(ALL + "/" + id).then().statusCode(404);
        asOwner().get(ALL + "/" + id).then().statusCode(200).body("owner", equalTo(name));
        assertEquals(
                ISSUER + " " + subject,
                query("select owner_issuer || ' ' || owner_subject from subscription where id = '" + id + "'"));
        as("subject-of-another", name).get(ALL + "/" + id).then().statusCode(404);
    }

    @Test
    void aSecretIsEncryptedInTheDatabase() throws SQLException {
        var created = create();

        var stored = stored(created.getString("id"));
        assertTrue(stored.startsWith("aes:test:"), stored);
        assertEquals(
                created.getString("secret"),
                secrets.current(created.getString("id")).getFirst().text());
    }

    @Test
    void aPlainSecretOfAnEarlierVersionIsEncrypted() throws SQLException {
        var id = create().getString("id");
        var plain = Secret.generate().text();
        execute("update subscription_secret set secret = '" + plain + "' where subscription = '" + id + "'");

        Receiver.await(() -> isEncrypted(id), () -> "The secret is not encrypted.");
        assertEquals(plain, secrets.current(id).getFirst().text());
    }

    private static boolean isEncrypted(String id) {
        try {
            return stored(id).startsWith("aes:test:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stored(String id) throws SQLException {
        return query("select secret from subscription_secret where subscription = '" + id + "'");
    }

    private static String query(String sql) throws SQLException {
        try (var connection = Servers.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Servers.connect();
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
        }
    }

    private JsonPath create() {
        return asOwner()
                .contentType("application/json")
                .body("{\"url\":\"https://receiver.invalid/hook\"}")
                .post(ALL)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private RequestSpecification asOwner() {
        return as(subject, name);
    }

    private static RequestSpecification as(String subject, String name) {
        return given().header("Authorization", "Bearer " + Tokens.of(subject, name, "subscriber"));
    }
}
