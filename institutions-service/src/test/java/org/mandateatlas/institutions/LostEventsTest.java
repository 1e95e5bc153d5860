package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.institutions.instrument.InstrumentFixture.anInstrument;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;
import org.mandateatlas.testkit.Subscriber;

/** The topic follows the log: events that the broker has lost are published again, and a foreign topic is not touched. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class LostEventsTest {

    private static final String TOPIC = "atlas.instrument.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        Functions.awaitReplicated();
    }

    @Test
    void eventsThatWereAcknowledgedAndLostArePublishedAgain() throws Exception {
        var written = write("lost-end");
        awaitComplete(written);

        Servers.restartKafkaWithout(3000, TOPIC);
        awaitComplete(written);

        assertTrue(lostEvents() > 0);
        awaitHealth(200, "");
    }

    @Test
    void eventsThatWereLostBetweenTwoWritesArePublishedAgain() throws Exception {
        awaitComplete(write("lost-before"));
        Servers.restartKafkaWithout(3000, TOPIC);
        awaitComplete(write("lost-after"));
    }

    @Test
    void aTopicThatWasDeletedIsCreatedAgain() throws Exception {
        var written = write("deleted");
        awaitComplete(written);
        try (var admin = admin()) {
            admin.deleteTopics(List.of(TOPIC)).all().get(20, TimeUnit.SECONDS);
        }
        awaitComplete(written);
    }

    @Test
    void aTopicWithoutItsFirstEventsIsPublishedAgain() throws Exception {
        var written = write("deleted-begin");
        awaitComplete(written);
        deleteFirst();
        awaitComplete(written);
    }

    @Test
    void aTopicAheadOfTheLogIsReportedAndLeftAlone() throws Exception {
        var written = write("ahead");
        awaitComplete(written);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Servers.bootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            var event = new ProducerRecord<>(TOPIC, 0, "stranger", "{}");
            event.headers()
                    .add("ce_sequence", Long.toString(written + 5).getBytes(US_ASCII))
                    .add("ce_subject", "stranger".getBytes(US_ASCII))
                    .add("ce_time", "2026-01-01T00:00:00Z".getBytes(US_ASCII));
            producer.send(event).get(20, TimeUnit.SECONDS);
        }
        write("ahead-too");
        deleteFirst();
        awaitHealth(503, "are not those of the log");

        try (var admin = admin()) {
            admin.deleteTopics(List.of(TOPIC)).all().get(20, TimeUnit.SECONDS);
        }
        awaitComplete(written + 1);
        awaitHealth(200, "");
    }

    @Test
    void settingsThatLoseEventsAreReported() throws Exception {
        setRetention("604800000");
        try {
            awaitHealth(503, TOPIC + " loses events: retention.ms is 604800000 instead of -1.");
        } finally {
            setRetention("-1");
        }
        awaitHealth(200, "");
    }

    /** Deletes the first event that is left. */
    private static void deleteFirst() throws Exception {
        var topic = new TopicPartition(TOPIC, 0);
        try (var admin = admin()) {
            var begin = admin.listOffsets(Map.of(topic, OffsetSpec.earliest()))
                    .partitionResult(topic)
                    .get(20, TimeUnit.SECONDS)
                    .offset();
            admin.deleteRecords(Map.of(topic, RecordsToDelete.beforeOffset(begin + 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static void setRetention(String milliseconds) throws Exception {
        try (var admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, TOPIC),
                            List.of(new AlterConfigOp(new ConfigEntry("retention.ms", milliseconds), OpType.SET))))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", (Object) Servers.bootstrap()));
    }

    /** Writes an instrument and returns its sequence. */
    private static long write(String id) {
        Api.create("instruments/" + id, anInstrument().called(id).json());
        var position = given().get("/v1/instruments?limit=1").header("Atlas-Position");
        return Long.parseLong(position.replaceFirst(".*instrument:(\\d+).*", "$1"));
    }

    private static double lostEvents() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("atlas_relay_lost_events_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Waits until a consumer from the beginning finds every event of the log. */
    private static void awaitComplete(long last) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        var found = List.<Long>of();
        while (!found.equals(LongStream.rangeClosed(1, last).boxed().toList())) {
            assertTrue(Instant.now().isBefore(end), "up to " + last + ": " + found);
            try (var subscriber = new Subscriber(TOPIC)) {
                found = subscriber.await(Integer.MAX_VALUE, Duration.ofMillis(500), event -> true).stream()
                        .map(event -> Long.parseLong(Subscriber.header(event, "ce_sequence")))
                        .distinct()
                        .sorted()
                        .toList();
            }
        }
    }

    private static void awaitHealth(int status, String text) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var health = given().get("/q/health/well");
            if (health.statusCode() == status && health.asString().contains(text)) {
                return;
            }
            assertTrue(Instant.now().isBefore(end), health.asString());
            Thread.sleep(100);
        }
    }
}
