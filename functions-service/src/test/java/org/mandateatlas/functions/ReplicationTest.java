package org.mandateatlas.functions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.replication.LogRepository;
import org.mandateatlas.replication.LoggedRevision;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Publisher;
import org.mandateatlas.testkit.Servers;

/** Streams of other services are replicated completely, in sequence and without duplicates. */
@QuarkusTest
@TestProfile(ReplicatingOwnStreams.class)
class ReplicationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String POSITIONS =
            "capacity:[0-9]+,function:[0-9]+,institution:[0-9]+,mandate:[0-9]+,policy-option:[0-9]+";

    private static Publisher sources;
    private static Publisher institutions;
    private static Publisher mandates;

    @Inject
    LogRepository log;

    @BeforeAll
    static void createPublishers() {
        sources = new Publisher("source");
        institutions = new Publisher("institution");
        mandates = new Publisher("mandate");
        sources.publish("created", document("newland-2004"));
        Stream.of("iom", "ilo", "wto").forEach(id -> institutions.publish("created", document(id)));
        mandates.publish("established", mandate("iom-forum", "iom"));
    }

    @BeforeEach
    void awaitOtherServices() throws InterruptedException {
        awaitReplicated("source", sources.flush());
        awaitReplicated("institution", institutions.flush());
        awaitReplicated("mandate", mandates.flush());
    }

    @AfterAll
    static void closePublishers() {
        Stream.of(sources, institutions, mandates).forEach(Publisher::close);
    }

    @Test
    void aGapIsReportedAndNothingAfterItIsApplied() throws InterruptedException {
        try (var planets = new Publisher("planet")) {
            planets.publish("created", document("mercury"));
            var venus = planets.withhold("created", document("venus"), Instant.now());
            planets.publish("created", document("earth"));
            planets.flush();
            await("a gap", () -> told("planet").startsWith("gap"));

            given().get("/q/health/well")
                    .then()
                    .statusCode(503)
                    .body("status", equalTo("DOWN"))
                    .body(
                            "checks.find { it.name == 'replication' }.data.planet",
                            startsWith("gap: expected 2, found 3, detected at "));
            assertEquals(List.of("mercury"), taken("planet"));

            venus.run();
            awaitReplicated("planet", planets.flush());
        }
    }

    @Test
    void aLateRevisionClosesTheGap() throws InterruptedException {
        try (var comets = new Publisher("comet")) {
            comets.publish("created", document("halley"));
            var encke = comets.withhold("created", document("encke"), Instant.now());
            comets.publish("created", document("biela"));
            comets.flush();
            await("a gap", () -> told("comet").startsWith("gap"));
            encke.run();
            awaitReplicated("comet", comets.flush());

            assertEquals(List.of("halley", "encke", "biela"), taken("comet"));
            given().get("/q/health/well").then().statusCode(200);
        }
    }

    @Test
    void aGapBeforeManyRevisionsIsClosed() throws InterruptedException {
        try (var stars = new Publisher("star")) {
            var first = stars.withhold("created", document("star-0"), Instant.now());
            var ids = IntStream.rangeClosed(0, 1500).mapToObj(i -> "star-" + i).toList();
            ids.stream().skip(1).forEach(id -> stars.publish("created", document(id)));
            stars.flush();
            await("a gap", () -> told("star").startsWith("gap"));
            first.run();
            awaitReplicated("star", stars.flush());

            assertEquals(ids, taken("star"));
        }
    }

    @Test
    void aDuplicateIsAppliedOnce() throws InterruptedException {
        try (var moons = new Publisher("moon")) {
            var io = moons.withhold("created", document("io"), Instant.now());
            var europa = moons.withhold("created", document("europa"), Instant.now());
            Stream.of(io, io, europa, io, europa, europa).forEach(Runnable::run);
            moons.publish("created", document("ganymede"));
            awaitReplicated("moon", moons.flush());

            assertEquals(List.of("io", "europa", "ganymede"), taken("moon"));
        }
    }

    @Test
    void anInvalidEventIsSkipped() throws InterruptedException {
        try (var rings = new Publisher("ring")) {
            rings.publishInvalid("hello", Map.of());
            rings.publish("created", document("saturn"));
            rings.publishInvalid("{}", Map.of("ce_sequence", "2", "ce_subject", "uranus"));
            rings.publishInvalid(
                    "{\"change\": 7, \"version\": 1, \"recordedAt\": \"2026-01-01T00:00:00Z\", \"document\": {}}",
                    Map.of("ce_sequence", "2", "ce_subject", "uranus"));
            rings.publish("created", document("neptune"));
            awaitReplicated("ring", rings.flush());

            assertEquals(List.of("saturn", "neptune"), taken("ring"));
        }
    }

    @Test
    void aGapInOneStreamDoesNotDelayAnother() throws InterruptedException {
        try (var dust = new Publisher("dust")) {
            var missing = dust.withhold("created", document("grain"), Instant.now());
            dust.publish("created", document("cloud"));
            dust.flush();
            await("a gap", () -> told("dust").startsWith("gap"));
            institutions.publish("created", document("unhcr"));
            awaitReplicated("institution", institutions.flush());
            missing.run();
            awaitReplicated("dust", dust.flush());
        }
    }

    @Test
    void aRecentlyPublishedInstitutionMayBeReferenced() {
        institutions.publish("created", document("newcomer"));
        Api.create(
                "capacities/w-new", aCapacity().called("w-new").of("newcomer").json());
    }

    @Test
    void anUnknownInstitutionIsRejectedWithItsPointer() {
        Api.curator()
                .header("If-None-Match", "*")
                .body(aCapacity().called("w-unknown").of("atlantis").json())
                .put("/v1/capacities/w-unknown")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.pointer", contains("/institution"));
    }

    @Test
    void aRetractedInstitutionMayNotBeReferenced() throws InterruptedException {
        institutions.publish("created", document("goner"));
        institutions.retract("goner", Instant.now());
        awaitReplicated("institution", institutions.flush());
        Api.curator()
                .header("If-None-Match", "*")
                .body(aCapacity().called("w-gone").of("goner").json())
                .put("/v1/capacities/w-gone")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/institution"));
    }

    @Test
    void withoutKafkaComputedResourcesReflectTheReplica() {
        Servers.stopKafka();
        try {
            Stream.of("coverage", "coverage/gaps", "policy-options/bring-iom-into-un/simulation")
                    .forEach(path -> given().get("/v1/" + path)
                            .then()
                            .statusCode(200)
                            .header("Atlas-Position", matchesPattern(POSITIONS)));
            given().contentType("application/json")
                    .body("{\"operations\": [{\"type\": \"end-institution\", \"institution\": \"iom\"}]}")
                    .post("/v1/simulations")
                    .then()
                    .statusCode(200)
                    .header("Atlas-Position", matchesPattern(POSITIONS));
        } finally {
            Servers.startKafka();
        }
    }

    @Test
    void replicationResumesWhenKafkaIsBack() throws InterruptedException {
        Servers.stopKafka();
        Servers.startKafka();
        mandates.publish("established", mandate("ilo-standards", "ilo"));
        awaitReplicated("mandate", mandates.flush());
        given().get("/v1/coverage?function=coordination&institution=ilo")
                .then()
                .statusCode(200)
                .body("functions[0].cells[0].mandates.id", contains("ilo-standards"));
    }

    private List<String> taken(String stream) {
        return log.between(stream, 0, Long.MAX_VALUE).stream()
                .map(LoggedRevision::id)
                .toList();
    }

    private static ObjectNode document(String id) {
        return DocumentJson.stored("{\"id\": \"%s\"}".formatted(id));
    }

    private static ObjectNode mandate(String id, String institution) {
        return DocumentJson.stored("""
                {"id": "%s", "institution": "%s", "title": "Bring states together", "functions": ["coordination"],
                 "citations": [{"source": "newland-2004", "locator": "line 1"}]}""".formatted(id, institution));
    }

    private static void awaitReplicated(String stream, long sequence) throws InterruptedException {
        await(stream + " up to " + sequence, () -> told(stream).equals(Long.toString(sequence)));
    }

    /** Returns the reported state of a stream: its sequence or its gap. */
    private static String told(String stream) {
        return String.valueOf(given().get("/q/health/well")
                .jsonPath()
                .<Object>get("checks.find { it.name == 'replication' }.data['" + stream + "']"));
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("there was no " + what);
            }
            Thread.sleep(20);
        }
    }
}
