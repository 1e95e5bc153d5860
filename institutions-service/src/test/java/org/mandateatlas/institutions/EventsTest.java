package org.mandateatlas.institutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Subscriber;

/** Every committed change is published once, in order, as a CloudEvent. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class EventsTest {

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Functions.awaitReplicated();
    }

    @Test
    void aMandateThatMovesIsTransferredWithinASecond() {
        Api.create("mandates/e-moved", Samples.mandate("iom", "Moving"));
        try (var subscriber = new Subscriber("atlas.mandate.v1")) {
            subscriber.await(1, Duration.ofSeconds(20), event -> event.key().equals("e-moved"));

            Api.curator()
                    .header("If-Match", "\"1\"")
                    .header("Change-Note", "Agreed")
                    .body(Samples.mandate("unhcr", "Moving"))
                    .put("/v1/mandates/e-moved")
                    .then()
                    .statusCode(200);

            var events = subscriber.await(
                    2, Duration.ofSeconds(1), event -> event.key().equals("e-moved"));
            assertEquals(2, events.size());
            var event = events.getLast();
            assertEquals("org.mandateatlas.mandate.transferred.v1", Subscriber.header(event, "ce_type"));
            assertEquals("1.0", Subscriber.header(event, "ce_specversion"));
            assertEquals("/v1/mandates", Subscriber.header(event, "ce_source"));
            assertEquals("e-moved", Subscriber.header(event, "ce_subject"));
            assertEquals(JsonPath.from(event.value()).getString("recordedAt"), Subscriber.header(event, "ce_time"));
            assertEquals("2001-05", Subscriber.header(event, "ce_effective"));
            assertEquals("iom,unhcr", Subscriber.header(event, "ce_institutions"));
            assertEquals("coordination", Subscriber.header(event, "ce_functions"));
            assertEquals(
                    Long.parseLong(Subscriber.header(events.getFirst(), "ce_sequence")) + 1,
                    Long.parseLong(Subscriber.header(event, "ce_sequence")));
            assertEquals(10, Subscriber.header(event, "ce_sequence").length());
            var value = JsonPath.from(event.value());
            assertEquals("transferred", value.getString("change"));
            assertEquals("unhcr", value.getString("document.institution"));
            assertEquals("iom", value.getString("previous.institution"));
            assertEquals("unhcr", value.getString("patch.find { it.path == '/institution' }.value"));
            assertEquals("Agreed", value.getString("note"));
            assertEquals("ada", value.getString("actor"));
            assertEquals(2, value.getInt("version"));
        }
    }

    @Test
    void anEventBelongsToTheTraceOfTheRequestThatWroteIt() {
        var traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Api.curator()
                .header("If-None-Match", "*")
                .header("traceparent", traceparent)
                .body(Samples.mandate("iom", "Traced"))
                .put("/v1/mandates/e-traced")
                .then()
                .statusCode(201);
        Api.curator()
                .header("If-Match", "\"1\"")
                .header("traceparent", "no trace\u00e9")
                .body(Samples.mandate("unhcr", "Traced"))
                .put("/v1/mandates/e-traced")
                .then()
                .statusCode(200);
        try (var subscriber = new Subscriber("atlas.mandate.v1")) {
            var events = subscriber.await(
                    2, Duration.ofSeconds(20), event -> event.key().equals("e-traced"));
            assertEquals(traceparent, Subscriber.header(events.getFirst(), "ce_traceparent"));
            assertEquals(traceparent, Subscriber.header(events.getFirst(), "traceparent"));
            assertNull(events.getLast().headers().lastHeader("ce_traceparent"));
            assertNull(events.getLast().headers().lastHeader("traceparent"));
        }
    }

    @Test
    void aRefusedWriteIsNoEvent() {
        Api.curator()
                .header("If-Match", "\"9\"")
                .body(Samples.mandate("iom", "x"))
                .put("/v1/mandates/iom-organized-transfer")
                .then()
                .statusCode(412);
        Api.create("mandates/e-after", Samples.mandate("iom", "After"));
        try (var subscriber = new Subscriber("atlas.mandate.v1")) {
            subscriber.await(1, Duration.ofSeconds(20), event -> event.key().equals("e-after"));

            assertEquals(
                    1,
                    subscriber.received().stream()
                            .filter(event -> event.key().equals("iom-organized-transfer"))
                            .count());
        }
    }

    @Test
    void aRetractionHasNoDocumentButWhatWasBefore() {
        Api.create("mandates/e-gone", Samples.mandate("iom", "Going"));
        Api.curator()
                .header("If-Match", "*")
                .delete("/v1/mandates/e-gone")
                .then()
                .statusCode(204);
        try (var subscriber = new Subscriber("atlas.mandate.v1")) {
            var events = subscriber.await(
                    2, Duration.ofSeconds(20), event -> event.key().equals("e-gone"));

            assertEquals("org.mandateatlas.mandate.retracted.v1", Subscriber.header(events.getLast(), "ce_type"));
            var value = JsonPath.from(events.getLast().value());
            assertNull(value.get("document"));
            assertEquals("Going", value.getString("previous.title"));
        }
    }

    @Test
    void theDatasetIsPublishedToo() {
        try (var subscriber = new Subscriber("atlas.institution.v1")) {
            var events = subscriber.await(
                    1, Duration.ofSeconds(20), event -> event.key().equals("iom"));

            assertEquals("org.mandateatlas.institution.created.v1", Subscriber.header(events.getFirst(), "ce_type"));
        }
    }
}
