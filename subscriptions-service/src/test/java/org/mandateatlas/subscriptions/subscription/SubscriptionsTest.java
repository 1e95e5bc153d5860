package org.mandateatlas.subscriptions.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.subscriptions.Receiver;
import org.mandateatlas.subscriptions.Streams;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Streams.class)
class SubscriptionsTest {

    private static final String ALL = "/v1/subscriptions";
    private static final String URL = "https://receiver.invalid/hook";

    private final Feed feed;
    private final String owner = UUID.randomUUID().toString();

    SubscriptionsTest(Feed feed) {
        this.feed = feed;
    }

    @BeforeEach
    void awaitReady() {
        Receiver.awaitReady(feed);
    }

    @Test
    void aSubscriptionIsMadeAndReadBackWithoutItsSecret() {
        JsonPath made = create("{\"url\":\"" + URL
                        + "\",\"description\":\"Ours\",\"filter\":{\"types\":[\"*.mandate.*\"],\"streams\":[\"mandate\"],"
                        + "\"institutions\":[\"iom\"],\"functions\":[\"coordination\"],\"subjects\":[\"iom-forum\"]}}")
                .statusCode(201)
                .header("Location", matchesPattern("http://[a-z0-9.]+:" + RestAssured.port + ALL + "/[0-9a-f-]+"))
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .body("secret", startsWith("whsec_"))
                .extract()
                .jsonPath();
        asOwner()
                .get(ALL + "/" + made.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("$", not(hasKey("secret")))
                .body("owner", equalTo(owner))
                .body("url", equalTo(URL))
                .body("description", equalTo("Ours"))
                .body("filter.types", contains("*.mandate.*"))
                .body("filter.streams", contains("mandate"))
                .body("filter.institutions", contains("iom"))
                .body("filter.functions", contains("coordination"))
                .body("filter.subjects", contains("iom-forum"))
                .body("state", equalTo("active"))
                .body("pauseReason", nullValue())
                .body("version", equalTo(1))
                .body("progress.position", equalTo(made.getString("progress.position")))
                .body("progress.attempts", equalTo(0));
    }

    @Test
    void withoutAFilterAllIsWantedFromNowOn() {
        String now = feed.head().toString();
        create("{\"url\":\"" + URL + "\"}")
                .statusCode(201)
                .body("filter.types", empty())
                .body("filter.streams", empty())
                .body("description", nullValue())
                .body("progress.position", equalTo(now));
    }

    @Test
    void aSecretMayBeGiven() {
        create("{\"url\":\"" + URL + "\",\"secret\":\"whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\"}")
                .statusCode(201)
                .body("secret", equalTo("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST"})
    void everythingAboutSubscriptionsNeedsAToken(String method) {
        given().contentType("application/json")
                .request(method, ALL)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x/secret", "/x/deliveries/1/redelivery"})
    void whatCanOnlyBePostedNeedsATokenToo(String path) {
        given().post(ALL + path).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/x", "/x/deliveries", "/x/deliveries/1", "/"})
    void readsNeedATokenToo(String path) {
        given().get(ALL + path).then().statusCode(401);
    }

    @Test
    void aReaderHasNoSubscriptions() {
        as("ada", "reader")
                .get(ALL)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/forbidden"));
    }

    @Test
    void everybodySeesTheirOwnAndACuratorAll() {
        String id = created();
        String other = UUID.randomUUID().toString();
        as(other, "subscriber").get(ALL + "/" + id).then().statusCode(404);
        as(other, "subscriber").delete(ALL + "/" + id).then().statusCode(404);
        patchAs(as(other, "subscriber"), id, "*", "{}").statusCode(404);
        as(other, "subscriber").post(ALL + "/" + id + "/secret").then().statusCode(404);
        as(other, "subscriber").get(ALL + "/" + id + "/deliveries").then().statusCode(404);
        as(other, "subscriber").get(ALL).then().statusCode(200).body("items", empty());
        asOwner().get(ALL).then().statusCode(200).body("items.id", contains(id));
        as(other, "curator").get(ALL + "/" + id).then().statusCode(200).body("owner", equalTo(owner));
        as(other, "curator").get(ALL + "?limit=500").then().statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void pagesLeadToTheEnd() {
        String first = created();
        String second = created();
        String third = created();
        JsonPath page =
                asOwner().get(ALL + "?limit=2").then().statusCode(200).extract().jsonPath();
        assertEquals(List.of(first, second), page.getList("items.id"));
        asOwner()
                .get(page.getString("next"))
                .then()
                .statusCode(200)
                .body("items.id", contains(third))
                .body("next", nullValue())
                .body("self", equalTo(page.getString("next")));
    }

    @Test
    void nobodyHasMoreThanIsAllowed() {
        created();
        created();
        created();
        create("{\"url\":\"" + URL + "\"}")
                .statusCode(422)
                .body("type", endsWith("/problems/rule-violated"))
                .body("detail", equalTo("An owner can have at most 3 subscriptions."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''",
                "{|''",
                "[]|''",
                "\"text\"|''",
                "{\"url\":\"a\"} {}|''",
                "{\"url\":\"a\",\"url\":\"b\"}|''",
                "{}|/url",
                "{\"url\":null}|/url",
                "{\"url\":1}|/url",
                "{\"url\":\"https://a.invalid\",\"colour\":\"blue\"}|/colour",
                "{\"url\":\"https://a.invalid\",\"a/b~c\":1}|/a~1b~0c",
                "{\"url\":\"https://a.invalid\",\"state\":\"active\"}|/state",
                "{\"url\":\"https://a.invalid\",\"description\":[]}|/description",
                "{\"url\":\"https://a.invalid\",\"filter\":[]}|/filter",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"kinds\":[]}}|/filter/kinds",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"types\":\"a\"}}|/filter/types",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"types\":[\"a\",1]}}|/filter/types/1",
                "{\"url\":\"https://a.invalid\",\"after\":42}|/after",
                "{\"url\":\"https://a.invalid\",\"after\":\"yesterday\"}|/after",
                "{\"url\":\"https://a.invalid\",\"secret\":{}}|/secret"
            })
    void aMalformedBodyIsRefusedAtItsPlace(String body, String pointer) {
        create(body)
                .statusCode(400)
                .body("type", endsWith("/problems/invalid-document"))
                .body("violations.pointer", contains(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\":\"ftp://a.invalid\"}|/url",
                "{\"url\":\"a\"}|/url",
                "{\"url\":\"https://u:p@a.invalid\"}|/url",
                "{\"url\":\"https://a.invalid/#x\"}|/url",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"streams\":[\"mandate\",\"mandates\"]}}|/filter/streams/1",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"institutions\":[\"IOM\"]}}|/filter/institutions/0",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"functions\":[\"\"]}}|/filter/functions/0",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"subjects\":[\"a b\"]}}|/filter/subjects/0",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"types\":[\"a b\"]}}|/filter/types/0",
                "{\"url\":\"https://a.invalid\",\"filter\":{\"types\":[\"*a*b*c*\"]}}|/filter/types/0",
                "{\"url\":\"https://a.invalid\",\"after\":\"mandates:1\"}|/after",
                "{\"url\":\"https://a.invalid\",\"after\":\"mandate:99999999\"}|/after",
                "{\"url\":\"https://a.invalid\",\"secret\":\"whsec_c2hvcnQ=\"}|/secret"
            })
    void aBodyThatAsksForWhatCannotBeIsRefusedAtItsPlace(String body, String pointer) {
        create(body)
                .statusCode(422)
                .body("type", endsWith("/problems/rule-violated"))
                .body("violations.pointer", contains(pointer));
    }

    @Test
    void aPositionBeyondTheEndIsToldHowFarTheLogGoes() {
        create("{\"url\":\"https://a.invalid\",\"after\":\"mandate:99999999\"}")
                .statusCode(422)
                .body(
                        "violations[0].detail",
                        matchesPattern(
                                "is beyond the end of the stream mandate, which is at \\d+\\. Read /v1/snapshot and"
                                        + " start after its position, or start at the end of the feed, .*mandate:\\d+.*"));
    }

    @Test
    void aBodyIsJson() {
        asOwner()
                .contentType("text/plain")
                .body("{}")
                .post(ALL)
                .then()
                .statusCode(415)
                .body("type", endsWith("/problems/unsupported-media-type"));
        asOwner().post(ALL).then().statusCode(415);
    }

    @Test
    void aBodyIsNotTooLarge() {
        create("{\"url\":\"" + "x".repeat(600 * 1024) + "\"}").statusCode(413);
        create("{\"url\":\"https://a.invalid/" + "x".repeat(3000) + "\"}")
                .statusCode(400)
                .body("violations.pointer", contains("/url"));
    }

    @Test
    void aPatchChangesWhatItNames() {
        String id = created();
        patch(
                        id,
                        "\"1\"",
                        "{\"description\":\"New\",\"filter\":{\"streams\":[\"source\"]},\"url\":\"https://b.invalid\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("description", equalTo("New"))
                .body("url", equalTo("https://b.invalid"))
                .body("filter.streams", contains("source"))
                .body("filter.types", empty());
        patch(id, "\"2\"", "{\"description\":null,\"filter\":{\"types\":[\"*\"]}}")
                .statusCode(200)
                .body("description", nullValue())
                .body("filter.streams", contains("source"))
                .body("filter.types", contains("*"));
        patch(id, "*", "{\"filter\":null}").statusCode(200).body("filter.streams", empty());
    }

    @Test
    void aSubscriptionIsPausedAndResumed() {
        String id = created();
        patch(id, "\"1\"", "{\"state\":\"paused\"}")
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("pauseReason", equalTo("requested"))
                .body("pausedAt", notNullValue());
        asOwner().get(ALL + "?state=paused").then().statusCode(200).body("items.id", contains(id));
        asOwner().get(ALL + "?state=active").then().statusCode(200).body("items", empty());
        patch(id, "\"2\"", "{\"state\":\"active\"}")
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("pauseReason", nullValue())
                .body("pausedAt", nullValue());
    }

    @Test
    void aPatchSaysWhichVersionItChanges() {
        String id = created();
        asOwner()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(ALL + "/" + id)
                .then()
                .statusCode(428);
        patch(id, "\"7\"", "{}").statusCode(412).body("violations.header", contains("If-Match"));
        patch(id, "1", "{}").statusCode(400);
        patch(id, "\"7\", \"1\"", "{}").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\":null}|400|/url",
                "{\"state\":\"asleep\"}|400|/state",
                "{\"state\":null}|400|/state",
                "{\"secret\":\"whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\"}|400|/secret",
                "{\"owner\":\"me\"}|400|/owner",
                "{\"filter\":{\"streams\":[\"x\"]}}|422|/filter/streams/0",
                "{\"after\":\"mandate:99999999\"}|422|/after",
                "{\"url\":\"gopher://a.invalid\"}|422|/url"
            })
    void aPatchThatAsksForWhatCannotBeIsRefusedAtItsPlace(String patch, int status, String pointer) {
        patch(created(), "\"1\"", patch).statusCode(status).body("violations.pointer", contains(pointer));
    }

    @Test
    void aSubscriptionIsDeleted() {
        String id = created();
        asOwner().header("If-Match", "\"2\"").delete(ALL + "/" + id).then().statusCode(412);
        asOwner().delete(ALL + "/" + id).then().statusCode(204);
        asOwner().get(ALL + "/" + id).then().statusCode(404);
        asOwner().delete(ALL + "/" + id).then().statusCode(404);
    }

    @Test
    void aSecretIsReplacedByAnother() {
        JsonPath made = create("{\"url\":\"" + URL + "\"}").extract().jsonPath();
        String path = ALL + "/" + made.getString("id") + "/secret";
        JsonPath replaced =
                asOwner().post(path).then().statusCode(200).extract().jsonPath();
        assertNotEquals(made.getString("secret"), replaced.getString("secret"));
        asOwner()
                .contentType("application/json")
                .body("{\"secret\":\"whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz\"}")
                .post(path)
                .then()
                .statusCode(200)
                .body("secret", equalTo("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"))
                .body("previousUntil", notNullValue());
        asOwner()
                .contentType("application/json")
                .body("{\"secret\":\"whsec_\"}")
                .post(path)
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, '', 'GET, HEAD, POST, OPTIONS'",
        "DELETE, '', 'GET, HEAD, POST, OPTIONS'",
        "PUT, /x, 'GET, HEAD, PATCH, DELETE, OPTIONS'",
        "GET, /x/secret, 'POST, OPTIONS'",
        "POST, /x/deliveries, 'GET, HEAD, OPTIONS'",
        "GET, /x/deliveries/1/redelivery, 'POST, OPTIONS'"
    })
    void onlySomeMethodsAreAllowed(String method, String path, String allowed) {
        given().request(method, ALL + path).then().statusCode(405).header("Allow", allowed);
        given().options(ALL + path).then().statusCode(204).header("Allow", allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "?colour=blue, colour",
        "?limit=0, limit",
        "?limit=501, limit",
        "?cursor=!, cursor",
        "?cursor=99999999999999, cursor",
        "?state=asleep, state",
        "/UPPER, id",
        "/x?colour=blue, colour",
        "/x/deliveries?outcome=good, outcome",
        "/x/deliveries/one, delivery",
        "/x/deliveries/0, delivery"
    })
    void aBadParameterIsNamed(String path, String parameter) {
        asOwner()
                .get(ALL + path)
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/invalid-parameter"))
                .body("violations.parameter", everyItem(equalTo(parameter)));
    }

    @Test
    void whatThereIsNotIsNotFound() {
        asOwner().get(ALL + "/nothing").then().statusCode(404).body("type", endsWith("/problems/not-found"));
        asOwner().get(ALL + "/" + created() + "/deliveries/1").then().statusCode(404);
        asOwner().get(ALL + "/a/b/c/d/e").then().statusCode(404);
        asOwner()
                .post(ALL + "/" + created() + "/deliveries/999999/redelivery")
                .then()
                .statusCode(404);
    }

    @Test
    void aLinkLeadsBackByTheAddressOfTheClient() {
        created();
        created();
        asOwner()
                .get(ALL + "?limit=1")
                .then()
                .statusCode(200)
                .body("next", startsWith("http://"))
                .body("self", endsWith(ALL + "?limit=1"));
    }

    private String created() {
        return create(new JsonObject().put("url", URL).encode())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse create(String body) {
        return asOwner().contentType("application/json").body(body).post(ALL).then();
    }

    private ValidatableResponse patch(String id, String condition, String patch) {
        return patchAs(asOwner(), id, condition, patch);
    }

    private static ValidatableResponse patchAs(RequestSpecification client, String id, String condition, String patch) {
        return client.contentType("application/merge-patch+json")
                .header("If-Match", condition)
                .body(patch)
                .patch(ALL + "/" + id)
                .then();
    }

    private RequestSpecification asOwner() {
        return as(owner, "subscriber");
    }

    private RequestSpecification as(String name, String role) {
        return given().header("Authorization", "Bearer " + Tokens.of(name, role));
    }
}
