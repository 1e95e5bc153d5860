package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mandateatlas.bench.Measurement.Reference;

/** Measures the latencies of other clients while clients of one kind are slow, silent or flood the gateway with headers. */
final class SlowClientsBench {

    private static final List<String> PATHS = List.of(
            "/v1/mandates?limit=20",
            "/v1/institutions/iom",
            "/v1/functions?limit=20",
            "/v1/processes/berne-initiative");
    private static final String HOST = "Host: localhost\r\n";
    private static final int HEADER_LINES = 60;

    /** Connecting is not measured. */
    private static final long SETTLING_MILLIS_PER_SECOND = 500;

    private static final int OK = 200;
    private static final double NANOS_PER_MILLI = 1e6;

    private final SlowClientsOptions options;
    private final MeasuredSuite measured;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    SlowClientsBench(SlowClientsOptions options, MeasuredSuite measured, PrintStream out) {
        this.options = options;
        this.measured = measured;
        this.out = out;
    }

    /** Measures the suite, before each kind of client without any. */
    Results run() throws IOException, InterruptedException {
        var suite = measured.process();
        var results = new Results(
                "slow-clients",
                BenchJson.object(
                        "seconds",
                        options.seconds(),
                        "requestsPerSecond",
                        options.rate(),
                        "connections",
                        options.connections()));
        latencies(suite);
        for (var kind : kinds(suite.token())) {
            var quiet = latencies(suite);
            try (var clients = HostileClients.connect(suite.uri("/"), kind.clients(), kind.behavior())) {
                Thread.sleep(options.seconds() * SETTLING_MILLIS_PER_SECOND);
                var disturbed = latencies(suite);
                out.printf("slow-clients: %s, %d connections opened%n", kind.name(), clients.connections());
                results.add(new Measurement(
                        "p99 with " + kind.name(),
                        "ms",
                        quantile(disturbed, 0.99),
                        null,
                        new Reference("p99 when quiet", quantile(quiet, 0.99), null),
                        Target.ratioAtMost(3, 1.5)));
            }
        }
        return results;
    }

    private List<Kind> kinds(String token) {
        var all = options.connections();
        var some = Math.max(1, all / 4);
        var few = Math.max(1, all / 20);
        return List.of(
                new Kind(
                        all + " idle connections",
                        all,
                        HostileClients.send("HEAD /health HTTP/1.1\r\n" + HOST + "\r\n", true)),
                new Kind(
                        all + " heads that stop in the middle",
                        all,
                        HostileClients.send("GET /v1 HTTP/1.1\r\n" + HOST, true)),
                new Kind(some + " slow heads", some, HostileClients.drip("GET /v1 HTTP/1.1\r\n" + HOST, "X")),
                new Kind(
                        some + " slow bodies",
                        some,
                        HostileClients.drip(
                                "PUT /v1/mandates/slow-body HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + token
                                        + "\r\nIf-None-Match: *\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n",
                                " ")),
                new Kind(
                        few + " downloads that nobody reads",
                        few,
                        HostileClients.send("GET /v1/snapshot HTTP/1.1\r\n" + HOST + "\r\n", false)),
                new Kind(few + " clients with too many headers", few, HostileClients.send(flood(), true)));
    }

    private static String flood() {
        return "GET /v1 HTTP/1.1\r\n" + HOST + "Connection: close\r\n"
                + ("X-Flood: " + "f".repeat(1000) + "\r\n").repeat(HEADER_LINES) + "\r\n";
    }

    /** Returns the durations of requests at a constant rate, in ascending order; half of the requests pass the cache. */
    private List<Double> latencies(SuiteProcess suite) {
        var requests = new ArrayList<HttpRequest>();
        for (var path : PATHS) {
            var request = HttpRequest.newBuilder(suite.uri(path)).timeout(Duration.ofSeconds(30));
            requests.add(request.build());
            requests.add(request.header("Cache-Control", "no-cache").build());
        }
        var durations = new ConcurrentLinkedQueue<CompletableFuture<Double>>();
        ConstantRate.run(options.rate(), options.seconds(), number -> {
            var start = System.nanoTime();
            durations.add(client.sendAsync(requests.get(number % requests.size()), BodyHandlers.ofString())
                    .thenApply(response -> {
                        check(response);
                        return (System.nanoTime() - start) / NANOS_PER_MILLI;
                    }));
        });
        return durations.stream().map(CompletableFuture::join).sorted().toList();
    }

    private static void check(HttpResponse<String> response) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException(
                    response.uri() + " returned " + response.statusCode() + ": " + response.body());
        }
    }

    private static double quantile(List<Double> sorted, double fraction) {
        return sorted.get((int) Math.ceil(fraction * sorted.size()) - 1);
    }

    /**
     * A kind of client.
     *
     * @param name what they do, with their number
     * @param clients the number of clients
     * @param behavior what each does
     */
    private record Kind(String name, int clients, HostileClients.Behavior behavior) {}
}
