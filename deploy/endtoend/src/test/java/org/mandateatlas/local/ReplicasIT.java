package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of everything: each process is killed once, and stopped and started again once, while clients read 200 and write 20
 * times per second.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(
        named = "atlas.replicas",
        matches = "true",
        disabledReason =
                "It takes six minutes; the torture test of every build kills and restarts replicas at lower rates.")
class ReplicasIT {

    private static final int READS = 200;
    private static final int WRITES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final TopicPartition INSTITUTIONS = new TopicPartition("atlas.institution.v1", 0);
    private static final List<String> COMPONENTS = List.of(
            "institutions-service", "functions-service", "processes-service", "subscriptions-service", "gateway");

    private final LaunchedSuite suite;

    ReplicasIT(@TempDir Path folder) {
        this.suite = LaunchedSuite.replicated(folder);
    }

    @BeforeAll
    void start() throws Exception {
        suite.up("--empty", "--replicas", "2");
        var status = suite.succeed("status");
        assertTrue(status.contains("gateway-2"), status);
    }

    @AfterAll
    void stop() throws Exception {
        suite.down();
    }

    @Test
    void killsAndRestartsOfReplicasLoseNothing() throws Exception {
        var token = suite.run("token", "--actor", "ana").output().strip();
        suite.request()
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body("""
                        {"kind": "paper", "title": "A paper made for a test", "grade": "A"}""")
                .put("/v1/sources/replicas")
                .then()
                .statusCode(201);
        var load = ReplicaLoad.start(suite.address(), token, READS, WRITES);
        var subscriber = FeedSubscriber.start(suite.address());
        try (load) {
            Thread.sleep(3_000);
            for (var component : COMPONENTS) {
                replace("KILL", component + "-2");
                replace("TERM", component);
                replace("TERM", component + "-2");
                replace("KILL", component);
            }
            Thread.sleep(2_000);
        }
        System.out.println("reads: " + load.reads() + "\nwrites: " + load.writes());

        assertEquals(List.of(), load.violations().stream().limit(5).toList());
        assertEquals(0, load.reads().failed() + load.writes().failed(), "requests failed although they were repeated");
        assertTrue(load.writes().requests() > WRITES * 5, "only " + load.writes());
        var head = head();
        assertEverythingIsPublished(head, load.acknowledged());
        try (subscriber) {
            assertReceived(head, subscriber);
        }
    }

    /** Sends a signal to a component and waits until it is started again. */
    private void replace(String signal, String name) throws IOException, InterruptedException {
        var began = Instant.now();
        var gone = suite.register().running(name).orElseThrow();
        LaunchedSuite.signal(signal, gone.pid());
        while (gone.isAlive() || suite.register().running(name).isEmpty() || !HealthProbe.HTTP.isReady(gone.port())) {
            assertTrue(Instant.now().isBefore(began.plus(PATIENCE)), name + " is not started again");
            Thread.sleep(100);
        }
        System.out.printf(
                "%s of %s: back after %d ms%n",
                signal, name, Duration.between(began, Instant.now()).toMillis());
        Thread.sleep(1_500); // until every gateway uses the replica again
    }

    private static void assertReceived(long head, FeedSubscriber subscriber) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (subscriber.sequences().size() < head && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertEquals(LongStream.rangeClosed(1, head).boxed().toList(), subscriber.sequences());
        assertTrue(subscriber.ends() > 0, "no gateway announced that it ends the stream");
    }

    private long head() {
        return Long.parseLong(suite.request()
                .header("Cache-Control", "no-cache")
                .get("/v1/institutions?limit=1")
                .header("Atlas-Position")
                .replaceFirst(".*institution:(\\d+).*", "$1"));
    }

    /** The log is on the topic without a gap, and every acknowledged write is in it. */
    private void assertEverythingIsPublished(long head, Set<String> acknowledged) {
        var sequences = new TreeSet<Long>();
        var subjects = new HashSet<String>();
        var arrivals = new ArrayList<Long>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", suite.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(INSTITUTIONS));
            consumer.seekToBeginning(List.of(INSTITUTIONS));
            var end = Instant.now().plus(PATIENCE);
            while (!sequences.contains(head) && Instant.now().isBefore(end)) {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    var sequence = event.headers().lastHeader("ce_sequence").value();
                    sequences.add(Long.parseLong(new String(sequence, StandardCharsets.UTF_8)));
                    subjects.add(event.key());
                    arrivals.add(event.timestamp());
                }
            }
        }
        assertEquals(LongStream.rangeClosed(1, head).boxed().toList(), List.copyOf(sequences));
        var missing = new TreeSet<>(acknowledged);
        missing.removeAll(subjects);
        assertEquals(Set.of(), missing, "acknowledged, but not published");
        var longest = 0L;
        for (var i = 1; i < arrivals.size(); i++) {
            longest = Math.max(longest, arrivals.get(i) - arrivals.get(i - 1));
        }
        System.out.printf("%d events, longest time without one: %d ms%n", arrivals.size(), longest);
    }
}
