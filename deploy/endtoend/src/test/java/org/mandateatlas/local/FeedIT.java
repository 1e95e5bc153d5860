package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Scanner;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.KafkaBroker;

/** A client of the feed receives each event exactly once, across disconnects and restarts of the gateway, with TLS and SASL. */
class FeedIT {

    private static final int EVENTS = 5_000;
    private static final Pattern ID = Pattern.compile("\"id\":\"((?:mandate|participation)-\\d+)\"");
    private static final int STREAMS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random(20041231);
    private final List<String> seen = new ArrayList<>();
    private String lastId = "";

    @Test
    void aClientThatReconnectsReceivesEachEventOnceAcrossARestartOfTheGateway(@TempDir Path folder) throws Exception {
        var kafkaPort = FreePort.find();
        var controllerPort = FreePort.find();
        var secure = SecureServers.create(folder);
        var kafka = secure.kafkaClient(kafkaPort);
        try (var broker = KafkaBroker.start(
                folder.resolve("kafka"), kafkaPort, controllerPort, secure.kafka(kafkaPort, controllerPort))) {
            createTopics(kafka);
            // Little memory, so that a client that reconnects late is served from Kafka.
            var environment = new HashMap<>(secure.kafkaEnvironment(kafkaPort));
            environment.putAll(Map.of("ATLAS_FEED_MEMORY", "256K", "ATLAS_LIMITS_ENABLED", "false"));
            try (var gateway =
                    new GatewayProcess("127.0.0.1:" + kafkaPort, environment, folder.resolve("gateway.log"))) {
                gateway.start();
                var publisher = Thread.ofPlatform().start(() -> publish(kafka));
                while (seen.size() < EVENTS / 3) {
                    follow(gateway.address(), 1 + random.nextInt(400));
                }
                gateway.kill();
                gateway.start();
                while (seen.size() < EVENTS) {
                    follow(gateway.address(), Math.min(EVENTS - seen.size(), 1 + random.nextInt(400)));
                }
                publisher.join();
                assertEquals(EVENTS, seen.stream().distinct().count());
                for (var stream = 0; stream < STREAMS; stream++) {
                    inSequence(stream == 0 ? "mandate" : "participation");
                }
            }
        }
    }

    /** Reads the given number of events from the last position and drops the connection. */
    private void follow(String gateway, int count) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(gateway + "/v1/changes")).header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        try (var client = HttpClient.newHttpClient()) {
            var body =
                    client.send(request.build(), BodyHandlers.ofInputStream()).body();
            read(body, count);
            client.shutdownNow();
        }
    }

    private void read(InputStream body, int count) {
        var deadline = Instant.now().plus(PATIENCE);
        var id = "";
        var left = count;
        var lines = new Scanner(body, StandardCharsets.UTF_8).useDelimiter("\n");
        while (left > 0 && lines.hasNext()) {
            assertTrue(Instant.now().isBefore(deadline), "the events do not come");
            var line = lines.next();
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                seen.add(idIn(line));
                lastId = id;
                left--;
            }
        }
    }

    private static String idIn(String line) {
        var found = ID.matcher(line);
        assertTrue(found.find(), line);
        return found.group(1);
    }

    private void inSequence(String stream) {
        var expected = new ArrayList<String>();
        for (var i = 1; i <= EVENTS / STREAMS; i++) {
            expected.add(stream + "-" + i);
        }
        assertEquals(expected, seen.stream().filter(id -> id.startsWith(stream)).toList());
    }

    private static void createTopics(Map<String, Object> kafka) throws Exception {
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(
                            new NewTopic("atlas.mandate.v1", 1, (short) 1),
                            new NewTopic("atlas.participation.v1", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    /** Publishes as relays do: in order, with occasional duplicates. */
    private static void publish(Map<String, Object> kafka) {
        var dice = new Random(1919);
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var i = 1; i <= EVENTS / STREAMS; i++) {
                for (var stream : List.of("mandate", "participation")) {
                    for (var times = dice.nextInt(20) == 0 ? 2 : 1; times > 0; times--) {
                        sent.add(producer.send(event(stream, i)));
                    }
                }
                if (i % 50 == 0) {
                    producer.flush();
                    Thread.sleep(50);
                }
            }
            producer.flush();
            assertTrue(
                    sent.stream().allMatch(one -> one.state() == Future.State.SUCCESS), "an event was not published");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProducerRecord<String, String> event(String stream, int sequence) {
        var id = stream + "-of-" + sequence % 40;
        var recordedAt =
                Instant.parse("2026-01-01T00:00:00Z").plusMillis(sequence).toString();
        var event = new ProducerRecord<>(
                "atlas." + stream + ".v1",
                0,
                id,
                "{\"change\":\"amended\",\"correction\":false,\"version\":1,\"recordedAt\":\"" + recordedAt
                        + "\",\"actor\":\"ada\",\"note\":null,\"document\":{\"id\":\"" + id + "\",\"text\":\""
                        + "x".repeat(1000) + "\"},\"previous\":null,\"patch\":[]}");
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        stream + "-" + sequence,
                        "ce_type",
                        "org.mandateatlas." + stream + ".amended.v1",
                        "ce_source",
                        "/v1/" + stream + "s",
                        "ce_subject",
                        id,
                        "ce_time",
                        recordedAt,
                        "ce_sequence",
                        String.format(Locale.ROOT, "%010d", sequence))
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }
}
