package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is written through one gateway is seen at once by its writer, and within a second through another one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoherenceIT {

    private static final int CHECKS = 10_000;
    private static final int WRITERS = 2;
    private static final int READERS = 6;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<String> FORMS =
            List.of("", "?fields=id,version", "?validAt=2004-12-31", "?validAt=2004-12-31&fields=version");

    private final LaunchedSuite suite;
    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger checks = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();

    /** The versions of each mandate that were answered for, with when. */
    private final Map<String, List<Written>> written = new HashMap<>();

    CoherenceIT(@TempDir Path folder) {
        this.folder = folder;
        this.suite = new LaunchedSuite(folder);
    }

    @BeforeAll
    void start() throws Exception {
        var up = suite.run("up", "--detach");
        assertEquals(0, up.exit(), up.output());
    }

    @AfterAll
    void stop() throws Exception {
        var down = suite.run("down");
        assertEquals(0, down.exit(), down.output());
    }

    @Test
    void nobodyIsEverShownLessThanHasBeenAnsweredFor() throws Exception {
        var token = suite.run("token").output().strip();
        var mandates = suite.request()
                .get("/v1/mandates?validAt=2004-12-31&fields=id&limit=24")
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
        assertTrue(hits.get() > CHECKS / 4, hits + " of " + checks + " answers came from a cache");
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
                    .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"title\":\"Write " + i + "\"}")));
            assertEquals(200, answer.statusCode(), answer.body());
            var version = JsonPath.from(answer.body()).getInt("version");
            synchronized (written) {
                written.computeIfAbsent(mandate, id -> new ArrayList<>()).add(new Written(version, Instant.now()));
            }
            var seen = version(suite.address(), mandate, FORMS.get(random.nextInt(FORMS.size())));
            assertTrue(seen >= version, mandate + ": " + version + " was written, " + seen + " is read right after");
            checks.incrementAndGet();
            Thread.sleep(random.nextInt(60));
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
        return JsonPath.from(answer.body()).getInt("version");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private record Written(int version, Instant at) {}
}
