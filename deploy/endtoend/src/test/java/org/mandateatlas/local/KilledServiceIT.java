package org.mandateatlas.local;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.KafkaBroker;
import org.mandateatlas.embedded.PostgresServer;

/**
 * A service killed at any moment loses no acknowledged write and publishes every revision in sequence. Its connections to
 * PostgreSQL and Kafka are secured by configuration only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledServiceIT {

    private static final TopicPartition INSTITUTIONS = new TopicPartition("atlas.institution.v1", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int kafkaPort = FreePort.find();
    private final int controllerPort = FreePort.find();
    private final int port = FreePort.find();
    private final Path folder;
    private final SigningKeys keys;
    private final SecureServers secure;
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;
    private @Nullable ServiceProcess service;

    KilledServiceIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.secure = SecureServers.create(folder);
        this.keys = new SigningKeys(Files.createDirectories(folder.resolve("keys")));
    }

    @BeforeAll
    void startServers() {
        keys.createIfMissing();
        postgres = PostgresServer.start(
                folder.resolve("postgres"),
                folder.resolve("binaries"),
                FreePort.find(),
                folder.resolve("postgres.log"),
                secure.postgres());
        postgres.createDatabase("institutions", "institutions");
    }

    @BeforeEach
    void startWhatATestStopped() {
        if (kafka == null) {
            startKafka();
        }
        if (service == null || !service.isAlive()) {
            startService();
        }
    }

    @AfterAll
    void stop() throws Exception {
        kill();
        stopKafka();
        Objects.requireNonNull(postgres).close();
    }

    @Test
    void aCommittedButUnpublishedRevisionIsPublishedByTheNextProcess() throws Exception {
        create("killed-between");
        stopKafka();
        for (var i = 1; i <= 200; i++) {
            assertEquals(200, replace("killed-between", i));
        }
        kill();
        startKafka();
        startService();

        var sequences = published(head());

        assertEquals(LongStream.rangeClosed(1, head()).boxed().toList(), sequences);
    }

    @Test
    void acknowledgedWritesSurviveAKillAtAnyMomentAndArePublishedInOrder() throws Exception {
        create("killed-anytime");
        var random = new Random(20041231);
        var answered = 0;
        for (var round = 0; round < 3; round++) {
            var dying = Objects.requireNonNull(service);
            var death = Thread.ofVirtual().start(() -> killAfter(dying, 200 + random.nextInt(1500)));
            var number = answered;
            while (dying.isAlive()) {
                number++;
                if (isReady(number)) {
                    answered = number;
                }
            }
            death.join();
            startService();
        }

        var document = JsonPath.from(given().get(address("killed-anytime")).asString());
        var last = Integer.parseInt(document.getString("name").substring("Write ".length()));
        assertTrue(last >= answered, last + " is kept, " + answered + " was answered");
        assertTrue(answered > 3, "only " + answered + " writes were answered");
        var sequences = published(head());
        assertEquals(LongStream.rangeClosed(1, head()).boxed().toList(), sequences);
        awaitVerifiedLog();
    }

    /** The process is frozen while it publishes, by a signal that only another one can undo. */
    @Test
    void anotherProcessPublishesWhenTheHolderOfTheLockIsFrozen() throws Exception {
        create("frozen");
        published(head());
        var frozen = Objects.requireNonNull(service);
        var other = startService(FreePort.find());
        try {
            other.awaitReady();
            stopKafka();
            assertEquals(200, replace("frozen", 1));
            var last = head();
            awaitBacklog(); // a relay holds the lock and waits for Kafka
            frozen.signal("STOP");
            startKafka();
            assertEquals(LongStream.rangeClosed(1, last).boxed().toList(), published(last));
            frozen.signal("CONT");
            assertEquals(200, replace("frozen", 2));
            assertEquals(LongStream.rangeClosed(1, last + 1).boxed().toList(), published(last + 1));
        } finally {
            other.kill();
        }
    }

    /** A frozen database keeps its connections open and answers nothing. */
    @Test
    void requestsEndWithinSecondsWhileTheDatabaseIsFrozen() throws Exception {
        create("frozen-database");
        var database = ProcessHandle.of(Objects.requireNonNull(postgres).pid()).orElseThrow();
        signal(database, "STOP");
        try {
            var started = Instant.now();
            given().get(address("frozen-database"))
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue());
            assertEquals(503, replace("frozen-database", 1));
            given().get("http://127.0.0.1:" + port + "/q/health/ready").then().statusCode(503);
            given().get("http://127.0.0.1:" + port + "/q/health/live").then().statusCode(200);
            var seconds = Duration.between(started, Instant.now()).toSeconds();
            assertTrue(seconds < 40, "three requests took " + seconds + " seconds");
        } finally {
            signal(database, "CONT");
        }
        Objects.requireNonNull(service).awaitReady();
        assertEquals(200, replace("frozen-database", 2));
    }

    private static void signal(ProcessHandle postmaster, String name) throws Exception {
        var pids = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> Long.toString(process.pid()));
        assertEquals(
                0,
                new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + name), pids)
                                .toList())
                        .start()
                        .waitFor());
    }

    private boolean isReady(int number) {
        try {
            return replace("killed-anytime", number) == 200;
        } catch (Exception e) {
            return false; // it died during the request: the write was not acknowledged
        }
    }

    private static void killAfter(ServiceProcess process, long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.signal("KILL");
    }

    private void create(String id) {
        given().auth()
                .oauth2(token())
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(body(0))
                .put(address(id))
                .then()
                .statusCode(201);
    }

    private int replace(String id, int number) {
        return given().auth()
                .oauth2(token())
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body(number))
                .put(address(id))
                .statusCode();
    }

    private static String body(int number) {
        return """
                {"kind": "commission", "summary": "Made for a test.",
                 "names": [{"kind": "official", "value": "Write %d", "language": "en",
                            "citations": [{"source": "newland-2004"}]}],
                 "citations": [{"source": "newland-2004"}]}""".formatted(number);
    }

    private String address(String id) {
        return "http://127.0.0.1:" + port + "/v1/institutions/" + id;
    }

    private String token() {
        return new AccessToken("curator", "ada", Instant.now(), Duration.ofHours(1)).signedWith(keys.signingKey());
    }

    /** Returns the last sequence of the institution stream. */
    private long head() {
        var position = given().get("http://127.0.0.1:" + port + "/v1/institutions?limit=1")
                .header("Atlas-Position");
        var institution = position.replaceFirst(".*institution:(\\d+).*", "$1");
        return Long.parseLong(institution);
    }

    /** Returns the sequences on the topic in the order of their first arrival, up to the one given. */
    private List<Long> published(long last) {
        var sequences = new ArrayList<Long>();
        try (var consumer = new KafkaConsumer<>(
                secure.kafkaClient(kafkaPort), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(INSTITUTIONS));
            consumer.seekToBeginning(List.of(INSTITUTIONS));
            var end = Instant.now().plus(PATIENCE);
            while (!sequences.contains(last) && Instant.now().isBefore(end)) {
                for (var event : consumer.poll(Duration.ofMillis(200))) {
                    var header = event.headers().lastHeader("ce_sequence").value();
                    var sequence = Long.parseLong(new String(header, StandardCharsets.UTF_8));
                    if (!sequences.contains(sequence)) {
                        sequences.add(sequence);
                    }
                }
            }
        }
        return sequences;
    }

    private void startKafka() {
        kafka = KafkaBroker.start(
                folder.resolve("kafka"), kafkaPort, controllerPort, secure.kafka(kafkaPort, controllerPort));
    }

    private void stopKafka() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
    }

    private void startService() {
        service = startService(port);
        service.awaitReady();
    }

    private ServiceProcess startService(int port) {
        var configuration = new HashMap<>(secure.kafkaEnvironment(kafkaPort));
        configuration.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                Objects.requireNonNull(postgres).jdbcUrl("institutions") + secure.jdbcParameters());
        configuration.put("QUARKUS_DATASOURCE_USERNAME", "institutions");
        configuration.put("QUARKUS_DATASOURCE_PASSWORD", "institutions");
        configuration.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.publicKey().toUri().toString());
        configuration.put("MP_JWT_VERIFY_ISSUER", Settings.ISSUER);
        configuration.put("ATLAS_ACTOR_KEY", "a key of the test for pseudonyms");
        configuration.put("ATLAS_INTEGRITY_INTERVAL", "1s");
        return ServiceProcess.start("institutions", port, configuration, folder.resolve("service-" + port + ".log"));
    }

    private void awaitBacklog() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var backlog = given().get("http://127.0.0.1:" + port + "/q/health/well")
                    .jsonPath()
                    .getInt("checks.find { it.name == 'relay' }.data.backlog");
            if (backlog > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("every revision is published although Kafka is stopped");
    }

    /** Waits until the log has been verified after now, and is intact. */
    private void awaitVerifiedLog() throws InterruptedException {
        var now = Instant.now();
        var end = now.plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var health = given().get("http://127.0.0.1:" + port + "/q/health/well")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var verifiedAt = health.getString("checks.find { it.name == 'log' }.data.verifiedAt");
            if (!verifiedAt.equals("not yet") && Instant.parse(verifiedAt).isAfter(now)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the log has not been verified; see " + folder);
    }

    private void kill() throws InterruptedException {
        if (service != null) {
            service.kill();
        }
    }
}
