package org.mandateatlas.local;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guarantees of the gateway for the whole suite: monotonic reads, composite responses and a feed that continues a snapshot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
@Order(5)
class GatewayIT {

    private static final int CHECKS = 10_000;
    private static final int WRITERS = 2;
    private static final int READERS = 6;
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration DEADLINE = Duration.ofMillis(2_500);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<String> FORMS = List.of("", "?validAt=2004-12-31&fields=version");

    private final LaunchedSuite suite;
    private final Path folder;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger checks = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();

    /** The acknowledged versions of each mandate, with the time of the response. */
    private final Map<String, List<Written>> written = new HashMap<>();

    GatewayIT(LaunchedSuite suite, @TempDir Path folder) {
        this.suite = suite;
        this.folder = folder;
    }

    @Test
    void noReadIsOlderThanAnAcknowledgedWrite() throws Exception {
        var token = suite.run("token").output().strip();
        var mandates = suite.request()
                .get("/v1/mandates?validAt=2004-12-31&fields=id&limit=4")
                .jsonPath()
                .getList("items.id", String.class);
        try (var other = new GatewayProcess(suite.kafka(), suite.gatewayEnvironment(), folder.resolve("other.log"));
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            other.start();
            var work = new ArrayList<Future<Void>>();
            for (var i = 0; i < WRITERS; i++) {
                var own = mandates.subList(i * mandates.size() / WRITERS, (i + 1) * mandates.size() / WRITERS);
                var random = new Random(i);
                work.add(workers.submit(() -> write(own, token, random)));
            }
            for (var i = 0; i < READERS; i++) {
                var random = new Random(100 + i);
                work.add(workers.submit(() -> read(mandates, List.of(suite.address(), other.address()), random)));
            }
            for (var one : work) {
                join(one);
            }
        }
        assertTrue(hits.get() > CHECKS / 10, hits + " of " + checks + " answers came from a cache");
    }

    @Test
    void aProfileMeetsItsDeadlineWhileAServiceIsFrozenAndListsItAsMissing() throws Exception {
        var profile = "/v1/institutions/iom/profile?validAt=2004-12-31";
        suite.request()
                .get(profile)
                .then()
                .statusCode(200)
                .body("missing", equalTo(List.of()))
                .body("institution.name", equalTo("International Organization for Migration"))
                .body("processes.id", hasItem("berne-initiative"))
                .body("capacities.institution", everyItem(equalTo("iom")));
        var service = suite.register().running("processes-service").orElseThrow();
        LaunchedSuite.signal("STOP", service.pid());
        try {
            // Another date, so that there is no last good copy.
            var began = Instant.now();
            suite.request()
                    .get(profile.replace("12-31", "12-30"))
                    .then()
                    .statusCode(200)
                    .body("missing.service", hasItem("processes-service"))
                    .body("institution.name", equalTo("International Organization for Migration"));
            var took = Duration.between(began, Instant.now());
            assertTrue(took.compareTo(DEADLINE) < 0, "it took " + took);
        } finally {
            LaunchedSuite.signal("CONT", service.pid());
        }
    }

    @Test
    void aSnapshotAndTheFeedFromItsPositionYieldTheCurrentState() throws Exception {
        var token = suite.run("token").output().strip();
        var going = new AtomicBoolean(true);
        var snapshots = new ArrayList<Snapshot>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = List.of(
                    workers.submit(() -> change("mandates", "title", token, going)),
                    workers.submit(() -> change("capacities", "text", token, going)),
                    workers.submit(() -> change("processes", "summary", token, going)),
                    workers.submit(() -> createAndRetract(token, going)));
            for (var i = 0; i < 4; i++) {
                Thread.sleep(700);
                snapshots.add(Snapshot.take(suite.address()));
            }
            Thread.sleep(700);
            going.set(false);
            for (var one : work) {
                join(one);
            }
        }
        var state = Snapshot.take(suite.address());
        for (var snapshot : snapshots) {
            assertNotEquals(state.documents(), snapshot.documents(), "nothing was written after the snapshot");
            assertEquals(state.documents(), snapshot.follow(suite.address(), state.position()));
        }
    }

    private Void change(String collection, String field, String token, AtomicBoolean going) throws Exception {
        var ids = suite.request()
                .get("/v1/" + collection + "?fields=id&limit=20")
                .jsonPath()
                .getList("items.id", String.class);
        for (var i = 0; going.get(); i++) {
            var answer = send(HttpRequest.newBuilder(
                            URI.create(suite.address() + "/v1/" + collection + "/" + ids.get(i % ids.size())))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", "*")
                    .method("PATCH", BodyPublishers.ofString("{\"" + field + "\":\"Write " + i + "\"}")));
            assertEquals(200, answer.statusCode(), answer.body());
            Thread.sleep(PAUSE);
        }
        return null;
    }

    private Void createAndRetract(String token, AtomicBoolean going) throws Exception {
        for (var i = 0; going.get(); i++) {
            var address = URI.create(suite.address() + "/v1/mandates/made-" + i);
            var created = send(HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("If-None-Match", "*")
                    .PUT(BodyPublishers.ofString("""
                            {"institution": "iom", "title": "Made for a test", "text": "Nothing.", "functions": ["coordination"],
                             "populations": [], "authority": "practice", "force": "non-binding",
                             "citations": [{"source": "newland-2004"}]}""")));
            assertEquals(201, created.statusCode(), created.body());
            if (i % 2 == 0) {
                var retracted = send(HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("If-Match", "*")
                        .DELETE());
                assertEquals(204, retracted.statusCode(), retracted.body());
            }
            Thread.sleep(PAUSE);
        }
        return null;
    }

    private static void join(Future<Void> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private Void write(List<String> mandates, String token, Random random) throws Exception {
        for (var i = 0; checks.get() < CHECKS; i++) {
            var mandate = mandates.get(random.nextInt(mandates.size()));
            var answer = send(HttpRequest.newBuilder(URI.create(suite.address() + "/v1/mandates/" + mandate))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", "*")
                    .method("PATCH", BodyPublishers.ofString("{\"title\":\"Write " + i + "\"}")));
            assertEquals(200, answer.statusCode(), answer.body());
            var version = versionIn(answer.body());
            synchronized (written) {
                written.computeIfAbsent(mandate, id -> new ArrayList<>()).add(new Written(version, Instant.now()));
            }
            var seen = version(suite.address(), mandate, FORMS.get(random.nextInt(FORMS.size())));
            assertTrue(seen >= version, mandate + ": " + version + " was written, " + seen + " is read right after");
            checks.incrementAndGet();
            Thread.sleep(random.nextInt(300));
        }
        return null;
    }

    private Void read(List<String> mandates, List<String> gateways, Random random) throws Exception {
        var seenBefore = new HashMap<String, Integer>();
        while (checks.get() < CHECKS) {
            var mandate = mandates.get(random.nextInt(mandates.size()));
            var gateway = gateways.get(random.nextInt(gateways.size()));
            var least = writtenBefore(mandate, Instant.now().minus(SECOND));
            var seen = version(gateway, mandate, FORMS.get(random.nextInt(FORMS.size())));
            assertTrue(seen >= least, mandate + ": " + least + " was written over a second ago, " + seen + " is read");
            var before = seenBefore.getOrDefault(gateway + mandate, 0);
            assertTrue(seen >= before, mandate + ": " + before + " was read before, " + seen + " is read");
            seenBefore.put(gateway + mandate, seen);
            checks.incrementAndGet();
        }
        return null;
    }

    private int writtenBefore(String mandate, Instant instant) {
        synchronized (written) {
            return written.getOrDefault(mandate, List.of()).stream()
                    .filter(one -> one.at.isBefore(instant))
                    .mapToInt(Written::version)
                    .max()
                    .orElse(0);
        }
    }

    private int version(String gateway, String mandate, String form) throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(gateway + "/v1/mandates/" + mandate + form)));
        assertEquals(200, answer.statusCode(), answer.body());
        if (answer.headers().firstValue("Cache-Status").orElse("").contains("hit")) {
            hits.incrementAndGet();
        }
        return versionIn(answer.body());
    }

    private static int versionIn(String document) {
        var found = VERSION.matcher(document);
        assertTrue(found.find(), document);
        return Integer.parseInt(found.group(1));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private record Written(int version, Instant at) {}
}
