package org.mandateatlas.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Clients that read and write at a constant rate. A request that fails with a 429, 502, 503, 504 or without a response is repeated after a
 * short pause, as clients do. Each reader sends back the positions that it has seen, and checks that no response is older.
 */
final class ReplicaLoad implements AutoCloseable {

    private static final int READERS = 8;
    private static final int WRITERS = 4;
    private static final int ATTEMPTS = 8;
    private static final long PAUSE_MILLIS = 250;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Set<Integer> TEMPORARY = Set.of(429, 502, 503, 504);
    private static final List<String> READS = List.of(
            "/v1/institutions/made-by-0-1",
            "/v1/institutions?limit=20",
            "/v1/coverage/overlaps",
            "/v1/institutions/made-by-1-1",
            "/v1/network");

    private final String address;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<Thread> threads = new ArrayList<>();
    private final Counts reads = new Counts();
    private final Counts writes = new Counts();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private volatile boolean running = true;

    private ReplicaLoad(String address, String token) {
        this.address = address;
        this.token = token;
    }

    static ReplicaLoad start(String address, String token, int readsPerSecond, int writesPerSecond) {
        var load = new ReplicaLoad(address, token);
        for (var i = 0; i < WRITERS; i++) {
            var writer = i;
            load.repeat(writesPerSecond / (double) WRITERS, number -> load.write("made-by-" + writer + "-" + number));
        }
        for (var i = 0; i < READERS; i++) {
            var reader = load.new Reader();
            load.repeat(readsPerSecond / (double) READERS, reader::read);
        }
        return load;
    }

    Counts reads() {
        return reads;
    }

    Counts writes() {
        return writes;
    }

    /** Returns the ids of the documents whose creation was acknowledged. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Returns what no client should see. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        for (var thread : threads) {
            thread.join();
        }
        client.close();
    }

    private void repeat(double perSecond, Action action) {
        threads.add(Thread.ofVirtual().start(() -> {
            var next = System.nanoTime();
            for (var number = 1; running; number++) {
                action.run(number);
                next = Math.max(next + (long) (1e9 / perSecond), System.nanoTime() - 1_000_000_000L);
                sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        }));
    }

    private void write(String id) {
        var response = send(
                writes,
                request("/v1/institutions/" + id)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("If-None-Match", "*")
                        .PUT(BodyPublishers.ofString("""
                                {"kind": "commission", "summary": "Made for a test.",
                                 "names": [{"kind": "official", "value": "%s", "language": "en",
                                            "citations": [{"source": "replicas"}]}],
                                 "citations": [{"source": "replicas"}]}""".formatted(id)))
                        .build());
        // A 412 after a failed attempt: that attempt succeeded although its response was lost.
        if (response == 201 || response == 412) {
            acknowledged.add(id);
        } else if (response != 0) {
            violations.add("PUT " + id + ": " + response);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
    }

    private int send(Counts counts, HttpRequest request) {
        var response = attempt(counts, request);
        return response == null ? 0 : response.statusCode();
    }

    /** Returns the response, after several attempts if necessary; null if all failed. */
    private @Nullable HttpResponse<String> attempt(Counts counts, HttpRequest request) {
        var started = System.nanoTime();
        counts.requests.incrementAndGet();
        for (var i = 0; i < ATTEMPTS; i++) {
            try {
                var response = client.send(request, BodyHandlers.ofString());
                if (!TEMPORARY.contains(response.statusCode())) {
                    counts.finished(i, System.nanoTime() - started);
                    return response;
                }
                counts.causes.merge(
                        request.uri().getPath().replaceAll("made-.*", "…") + " " + response.statusCode(),
                        1,
                        Integer::sum);
            } catch (IOException e) {
                counts.causes.merge(e.getClass().getSimpleName(), 1, Integer::sum);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
            sleep(PAUSE_MILLIS);
        }
        counts.finished(ATTEMPTS, System.nanoTime() - started);
        return null;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Action {
        void run(int number);
    }

    /** A client that never sees anything older than what it has seen. */
    private final class Reader {

        private static final String POSITION = "Atlas-Position";

        private final SortedMap<String, Long> seen = new TreeMap<>();

        void read(int number) {
            var path = READS.get(number % READS.size());
            var request = request(path);
            if (!seen.isEmpty()) {
                request.header(POSITION, text());
            }
            var response = attempt(reads, request.build());
            if (response == null) {
                return;
            }
            if (response.statusCode() != 200 && response.statusCode() != 404) {
                violations.add("GET " + path + ": " + response.statusCode() + " " + response.body());
            }
            response.headers().firstValue(POSITION).ifPresent(position -> observe(path, position));
        }

        private String text() {
            return seen.entrySet().stream()
                    .map(stream -> stream.getKey() + ":" + stream.getValue())
                    .collect(Collectors.joining(","));
        }

        private void observe(String path, String position) {
            for (var stream : position.split(",", -1)) {
                var parts = stream.split(":", -1);
                var sequence = Long.parseLong(parts[1]);
                if (sequence < seen.getOrDefault(parts[0], 0L)) {
                    violations.add("GET " + path + " went back from " + text() + " to " + position);
                }
                seen.merge(parts[0], sequence, Math::max);
            }
        }
    }

    /** The outcome of requests. */
    static final class Counts {

        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger repeated = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicLong slowest = new AtomicLong();
        private final Map<String, Integer> causes = new ConcurrentHashMap<>();

        private void finished(int failures, long nanos) {
            if (failures > 0) {
                repeated.incrementAndGet();
            }
            if (failures == ATTEMPTS) {
                failed.incrementAndGet();
            }
            slowest.accumulateAndGet(nanos / 1_000_000, Math::max);
        }

        int requests() {
            return requests.get();
        }

        /** Returns the number of requests that failed although they were repeated. */
        int failed() {
            return failed.get();
        }

        @Override
        public String toString() {
            return "%d requests, %d repeated %s, %d failed, slowest %d ms"
                    .formatted(requests.get(), repeated.get(), causes, failed.get(), slowest.get());
        }
    }
}
