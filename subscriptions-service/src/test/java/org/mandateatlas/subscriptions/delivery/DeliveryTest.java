package org.mandateatlas.subscriptions.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.ChangeFilter;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.subscriptions.Receiver;
import org.mandateatlas.subscriptions.Receiver.Received;
import org.mandateatlas.subscriptions.Streams;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Streams.class)
class DeliveryTest {

    private static final String ALL = "/v1/subscriptions";

    private final Feed feed;
    private final DeliveryScheduler scheduler;
    private final DeliveryPipeline pipeline;
    private final Receiver receiver = Receiver.start();
    private final String owner = UUID.randomUUID().toString();

    /** Of this test alone: other tests publish, too. */
    private final String subject = "subject-" + UUID.randomUUID();

    DeliveryTest(Feed feed, DeliveryScheduler scheduler, DeliveryPipeline pipeline) {
        this.feed = feed;
        this.scheduler = scheduler;
        this.pipeline = pipeline;
    }

    @BeforeEach
    void awaitReady() {
        Receiver.awaitReady(feed);
    }

    @AfterEach
    void end() {
        asOwner()
                .get(ALL)
                .jsonPath()
                .<String>getList("items.id")
                .forEach(id -> asOwner().delete(ALL + "/" + id));
        receiver.close();
    }

    @Test
    void aChangeArrivesAsTheFeedHasItAndVerifies() {
        JsonPath made = subscribe();
        long sequence = publish("mandate", subject);
        receiver.awaitTaken(1);
        Received received = receiver.all().getFirst();
        assertDoesNotThrow(() -> received.verify(made.getString("secret")));
        assertEquals(entries().getFirst().event().json().toString(), received.body());
        assertEquals("mandate-" + sequence, received.header("webhook-id"));
        String position = received.header("Atlas-Position");
        assertTrue(position.contains("mandate:" + sequence), position);
        awaitPosition(made.getString("id"), position);
    }

    @Test
    void aReceiverThatFailsForAWhileGetsEveryEventInOrder() {
        var failures = new AtomicInteger();
        var seen = ConcurrentHashMap.<String>newKeySet();
        receiver.answer(received -> {
            boolean fails = failures.incrementAndGet() <= 4 || (seen.add(received.body()) && seen.size() % 3 == 0);
            return fails ? (failures.get() % 2 == 0 ? 500 : 404) : 200;
        });
        JsonPath made = subscribe();
        List<String> published = publishMany(12);
        receiver.awaitTaken(12);
        assertEquals(published, receiver.taken());
        assertTrue(receiver.all().size() > 12);
        for (Received received : receiver.all()) {
            assertDoesNotThrow(() -> received.verify(made.getString("secret")));
        }
        deliveries(made.getString("id"), "?limit=500").body("items.outcome", everyItem(equalTo("delivered")));
    }

    @Test
    void onlyWhatIsWantedArrives() {
        JsonPath made = subscribe(new JsonObject()
                .put("types", new JsonArray().add("*.transferred.v1"))
                .put("streams", new JsonArray().add("mandate"))
                .put("institutions", new JsonArray().add(subject))
                .put("functions", new JsonArray().add("coordination")));
        publish("mandate", "other");
        Streams.publish("mandate", "transferred", "a", "unhcr", "coordination");
        Streams.publish("mandate", "ended", "b", subject, "coordination");
        Streams.publish("capacity", "transferred", "c", subject, "coordination");
        Streams.publish("mandate", "transferred", "d", subject, "data-and-analysis");
        long wanted = Streams.publish("mandate", "transferred", "e", subject, "coordination");
        long last = publish("source", "other");
        awaitPositionContains(made.getString("id"), "source:" + last);
        assertEquals(List.of("mandate-" + wanted), receiver.taken());
        assertEquals(1, receiver.all().size());
    }

    @Test
    void whatIsReplayedBeginsWhereItIsAsked() {
        List<String> published = publishMany(4);
        Receiver.await(
                () -> entries().size() == 4,
                () -> "The feed has only " + entries().size());
        String second = entries().get(1).position().toString();
        JsonPath made = subscribe(new JsonObject().put("subjects", new JsonArray().add(subject)), second);
        receiver.awaitTaken(2);
        assertEquals(published.subList(2, 4), receiver.taken());
        patch(made.getString("id"), new JsonObject().put("after", "")).statusCode(200);
        receiver.awaitTaken(6);
        assertEquals(published, receiver.taken().subList(2, 6));
        awaitDeliveries(made.getString("id"), 6);
    }

    @Test
    void aReceiverThatIsGoneIsCalledNoMoreUntilItsOwnerWantsIt() {
        receiver.answer(received -> 410);
        JsonPath made = subscribe();
        List<String> published = publishMany(2);
        String id = made.getString("id");
        awaitState(id, "paused");
        get(id).body("pauseReason", equalTo("gone")).body("version", equalTo(2));
        assertEquals(1, receiver.all().size());
        deliveries(id, "").body("items.outcome", contains("failed")).body("items.status", contains(410));
        receiver.answer(received -> 200);
        patch(id, new JsonObject().put("state", "active")).statusCode(200);
        receiver.awaitTaken(2);
        assertEquals(published, receiver.taken());
    }

    @Test
    void aReceiverThatFailsForTooLongPausesItsSubscriptionAndNothingIsLost() {
        receiver.answer(received -> 503).saying("Out of order");
        JsonPath made = subscribe();
        List<String> published = publishMany(3);
        String id = made.getString("id");
        awaitState(id, "paused");
        get(id).body("pauseReason", equalTo("failing"))
                .body("pausedAt", notNullValue())
                .body("progress.attempts", greaterThan(3))
                .body("progress.failingSince", notNullValue())
                .body("progress.nextAttemptAt", nullValue());
        // On a busy machine the last attempt may get no answer in time.
        deliveries(id, "")
                .body("items.outcome", contains("failed"))
                .body("items[0].attempts", greaterThan(3))
                .body("items[0].response", anyOf(nullValue(), equalTo("Out of order")))
                .body("items[0].status", anyOf(nullValue(), equalTo(503)));
        receiver.answer(received -> 200);
        patch(id, new JsonObject().put("state", "active")).statusCode(200);
        receiver.awaitTaken(3);
        assertEquals(published, receiver.taken());
        get(id).body("progress.attempts", equalTo(0)).body("progress.failingSince", nullValue());
    }

    @Test
    void aReceiverIsLeftAloneAsLongAsItWants() {
        receiver.answer(received -> receiver.all().size() == 1 ? 429 : 200).with("Retry-After", "2");
        JsonPath made = subscribe();
        long started = System.nanoTime();
        publish("mandate", subject);
        receiver.awaitAll(1);
        deliveries(made.getString("id"), "").body("items.outcome", contains("retrying"));
        receiver.awaitTaken(1);
        assertTrue(System.nanoTime() - started >= 1_900_000_000L);
    }

    @Test
    void nothingIsSentWhileASubscriptionStandsStill() {
        String id = subscribe().getString("id");
        patch(id, new JsonObject().put("state", "paused")).statusCode(200);
        List<String> published = publishMany(2);
        try (Receiver other = Receiver.start()) {
            var wish = new JsonObject()
                    .put("url", other.url())
                    .put("filter", new JsonObject().put("subjects", new JsonArray().add(subject)))
                    .put("after", position(id));
            asOwner()
                    .contentType("application/json")
                    .body(wish.encode())
                    .post(ALL)
                    .then()
                    .statusCode(201);
            other.awaitTaken(2);
        }
        assertTrue(receiver.all().isEmpty());
        patch(id, new JsonObject().put("state", "active")).statusCode(200);
        receiver.awaitTaken(2);
        assertEquals(published, receiver.taken());
    }

    @Test
    void aDeliveryIsAskedForAgain() {
        JsonPath made = subscribe();
        String id = made.getString("id");
        List<String> published = publishMany(3);
        receiver.awaitTaken(3);
        awaitDeliveries(id, 3);
        String first = deliveries(id, "").extract().path("items[2].id");
        String again = asOwner()
                .post(ALL + "/" + id + "/deliveries/" + first + "/redelivery")
                .then()
                .statusCode(202)
                .body("redeliveryOf", equalTo(first))
                .body("event.id", equalTo(published.getFirst()))
                .extract()
                .path("id");
        receiver.awaitTaken(4);
        assertEquals(published.getFirst(), receiver.taken().get(3));
        assertEquals(receiver.all().get(0).body(), receiver.all().get(3).body());
        Receiver.await(
                () -> delivery(id, again).extract().path("outcome").equals("delivered"), () -> "It was not recorded");
        delivery(id, again).body("attempts", equalTo(1)).body("redeliveryOf", equalTo(first));
    }

    @Test
    void whatIsAskedForAgainIsSentThoughTheSubscriptionStandsStill() {
        JsonPath made = subscribe();
        String id = made.getString("id");
        publishMany(1);
        receiver.awaitTaken(1);
        awaitDeliveries(id, 1);
        patch(id, new JsonObject().put("state", "paused")).statusCode(200);
        receiver.answer(received -> 500);
        String first = deliveries(id, "").extract().path("items[0].id");
        String again = asOwner()
                .post(ALL + "/" + id + "/deliveries/" + first + "/redelivery")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Receiver.await(
                () -> delivery(id, again).extract().path("outcome").equals("failed"), () -> "It was not recorded");
        get(id).body("state", equalTo("paused")).body("pauseReason", equalTo("requested"));
    }

    @Test
    void deliveriesAreListedNewestFirstPageByPageByOutcome() {
        JsonPath made = subscribe();
        String id = made.getString("id");
        List<String> published = publishMany(5);
        receiver.awaitTaken(5);
        awaitDeliveries(id, 5);
        JsonPath page = deliveries(id, "?limit=3&outcome=delivered&outcome=failed")
                .extract()
                .jsonPath();
        assertEquals(published.subList(2, 5).reversed(), page.getList("items.event.id"));
        JsonPath next = asOwner().get(page.getString("next")).jsonPath();
        assertEquals(published.subList(0, 2).reversed(), next.getList("items.event.id"));
        deliveries(id, "?outcome=retrying").body("items", empty());
    }

    @Test
    void onlyTheNewestDeliveriesAreRemembered() {
        JsonPath made = subscribe();
        String id = made.getString("id");
        List<String> published = publishMany(60);
        receiver.awaitTaken(60);
        Receiver.await(
                () -> deliveries(id, "?limit=500")
                                .extract()
                                .<List<String>>path("items.id")
                                .size()
                        == 40,
                () -> "They are still remembered");
        assertEquals(
                published.subList(20, 60).reversed(),
                deliveries(id, "?limit=500").extract().path("items.event.id"));
    }

    @Test
    void bothSecretsSignWhileOneReplacesTheOther() {
        JsonPath made = subscribe();
        String fresh = asOwner()
                .post(ALL + "/" + made.getString("id") + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        publish("mandate", subject);
        receiver.awaitTaken(1);
        assertDoesNotThrow(() -> receiver.all().getFirst().verify(made.getString("secret")));
        assertDoesNotThrow(() -> receiver.all().getFirst().verify(fresh));
        assertEquals(2, receiver.all().getFirst().header("webhook-signature").split(" ", -1).length);
    }

    @Test
    void whatWasNotDeliveredBeforeAStopIsDeliveredAfterAStart() throws InterruptedException {
        receiver.answer(received -> 500);
        JsonPath made = subscribe();
        List<String> published = publishMany(4);
        receiver.awaitAll(2);
        scheduler.stop();
        int before = receiver.all().size();
        List<String> later = publishMany(2);
        receiver.answer(received -> 200);
        get(made.getString("id")).body("progress.attempts", greaterThan(0));
        assertEquals(before, receiver.all().size());
        scheduler.start();
        receiver.awaitTaken(6);
        var expected = new ArrayList<>(published);
        expected.addAll(later);
        assertEquals(expected, receiver.taken());
    }

    @Test
    void severalReplicasAtOnceDeliverEachEventOnceAndInOrder() throws InterruptedException {
        var second = new DeliveryScheduler(pipeline);
        var third = new DeliveryScheduler(pipeline);
        second.start();
        third.start();
        try {
            subscribe();
            List<String> published = publishMany(80);
            receiver.awaitTaken(80);
            assertEquals(published, receiver.taken());
            assertEquals(80, Set.copyOf(receiver.taken()).size());
        } finally {
            second.stop();
            third.stop();
        }
    }

    @Test
    void aReplicaThatDiedIsReplacedWhenItsLeaseEnds() throws SQLException {
        JsonPath made = subscribe();
        try (var connection = Servers.connect();
                var statement = connection.prepareStatement(
                        "update subscription set lease_holder = 'dead', leased_until = now() + interval '1 second' where id = ?")) {
            statement.setString(1, made.getString("id"));
            assertEquals(1, statement.executeUpdate());
        }
        long started = System.nanoTime();
        List<String> published = publishMany(2);
        receiver.awaitTaken(2);
        assertEquals(published, receiver.taken());
        assertTrue(System.nanoTime() - started > 500_000_000L);
    }

    @Test
    void aLeaseIsKeptWhileTheReceiverIsWaitedFor() throws Exception {
        JsonPath made = subscribe();
        try (var connection = Servers.connect();
                var statement = connection.prepareStatement(
                        "update subscription set lease_holder = 'slow', leased_until = now() + interval '500 ms' where id = ?")) {
            statement.setString(1, made.getString("id"));
            assertEquals(1, statement.executeUpdate());
        }
        var lease = new Lease(
                made.getString("id"), "slow", receiver.url(), ChangeFilter.ALL, true, 1, 0, 0, Position.parse(""));
        try (var keeper = LeaseKeeper.start(pipeline.leases(), lease, Duration.ofMillis(500))) {
            publish("mandate", subject);
            Thread.sleep(2_500);
            assertEquals(List.of(), receiver.all(), () -> "another holder has delivered in spite of " + keeper);
        }
        receiver.awaitTaken(1);
    }

    @Test
    void whatTheOwnerChangesHoldsFromThenOn() {
        try (Receiver other = Receiver.start()) {
            receiver.answer(received -> 500);
            JsonPath made = subscribe();
            List<String> published = publishMany(3);
            receiver.awaitAll(1);
            patch(made.getString("id"), new JsonObject().put("url", other.url()))
                    .statusCode(200);
            other.awaitTaken(3);
            assertEquals(published, other.taken());
        }
    }

    @Test
    void deliveriesAreCounted() {
        subscribe();
        publishMany(1);
        receiver.awaitTaken(1);
        Receiver.await(
                () -> {
                    String metrics = given().get("/q/metrics").asString();
                    return metrics.contains("atlas_webhooks_deliveries_total{outcome=\"delivered\"}")
                            && metrics.contains("atlas_webhooks_lag_seconds_count")
                            && !metrics.contains("atlas_webhooks_active 0");
                },
                () -> "They are not");
        given().get("/q/metrics").then().statusCode(200).body(containsString("atlas_webhooks_paused"));
    }

    private List<String> publishMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "mandate-" + publish("mandate", subject))
                .toList();
    }

    private long publish(String stream, String id) {
        return Streams.publish(stream, "amended", id, "iom", "coordination");
    }

    /** The events about the document of this test, as the feed has them. */
    private List<Entry> entries() {
        return feed.read(Position.START, 10_000).toCompletionStage().toCompletableFuture().join().entries().stream()
                .filter(entry -> entry.event().subject().equals(subject))
                .toList();
    }

    private JsonPath subscribe() {
        return subscribe(new JsonObject().put("subjects", new JsonArray().add(subject)));
    }

    private JsonPath subscribe(JsonObject filter) {
        return subscribe(filter, null);
    }

    private JsonPath subscribe(JsonObject filter, @Nullable String after) {
        var wish = new JsonObject().put("url", receiver.url()).put("filter", filter);
        if (after != null) {
            wish.put("after", after);
        }
        return asOwner()
                .contentType("application/json")
                .body(wish.encode())
                .post(ALL)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse patch(String id, JsonObject patch) {
        return asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch.encode())
                .patch(ALL + "/" + id)
                .then();
    }

    private ValidatableResponse get(String id) {
        return asOwner().get(ALL + "/" + id).then().statusCode(200);
    }

    private ValidatableResponse deliveries(String id, String query) {
        return asOwner().get(ALL + "/" + id + "/deliveries" + query).then().statusCode(200);
    }

    private ValidatableResponse delivery(String id, String delivery) {
        return asOwner().get(ALL + "/" + id + "/deliveries/" + delivery).then().statusCode(200);
    }

    private void awaitDeliveries(String id, int count) {
        Receiver.await(
                () -> deliveries(id, "?outcome=delivered")
                                .extract()
                                .<List<String>>path("items.id")
                                .size()
                        == count,
                () -> "They were not recorded");
    }

    private String position(String id) {
        return get(id).extract().path("progress.position");
    }

    private void awaitPosition(String id, String position) {
        Receiver.await(() -> position(id).equals(position), () -> "It stands at " + position(id));
    }

    private void awaitPositionContains(String id, String part) {
        Receiver.await(() -> position(id).contains(part), () -> "It stands at " + position(id));
    }

    private void awaitState(String id, String state) {
        Receiver.await(() -> get(id).extract().path("state").equals(state), () -> "It is not " + state);
    }

    private RequestSpecification asOwner() {
        return given().header("Authorization", "Bearer " + Tokens.of(owner, "subscriber"));
    }
}
