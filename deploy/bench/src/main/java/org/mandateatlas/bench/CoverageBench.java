package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures the computed resources of functions-service, with the shipped dataset and with many generated mandates. */
final class CoverageBench {

    private static final int YEAR = 2004;
    private static final String DAY = YEAR + "-12-31";
    private static final int WARM_UPS = 5;
    private static final double LIMIT_MILLIS = 1000;

    private final CoverageOptions options;
    private final BenchmarkEnvironment environment;
    private final FunctionsService service;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    CoverageBench(CoverageOptions options, BenchmarkEnvironment environment, PrintStream out) {
        this.options = options;
        this.environment = environment;
        this.service = environment.service();
        this.out = out;
    }

    /** Measures. */
    Results run() throws IOException, InterruptedException {
        try {
            return measure();
        } catch (IOException e) {
            service.checkAfterDelay();
            throw e;
        }
    }

    private Results measure() throws IOException, InterruptedException {
        var small = get("coverage, shipped dataset", "/v1/coverage?validAt=" + DAY, "application/json");
        measure(List.of(small));

        var mandates = new MandateGenerator(options.mandates(), options.institutions());
        publish(new InstitutionGenerator(options.institutions()), mandates);

        var whole = get("coverage", "/v1/coverage?validAt=" + DAY, "application/json");
        print("%-42s %6.1f s", "First coverage, which loads the logs into memory", whole.run(client) / 1e9);
        var simulation = new Case(
                "simulation of ten operations",
                HttpRequest.newBuilder(service.uri("/v1/simulations?validAt=" + DAY))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(BenchJson.bytes(SampleReform.on(
                                mandates.holdersIn(YEAR).limit(3).toList()))))
                        .build());
        try (var bare = BareServer.start(Math.toIntExact(whole.bytes()))) {
            var cases = List.of(
                    whole,
                    get("coverage as CSV", "/v1/coverage?validAt=" + DAY, "text/csv"),
                    get(
                            "coverage of one function",
                            "/v1/coverage?function=coordination&validAt=" + DAY,
                            "application/json"),
                    get("gaps", "/v1/coverage/gaps?validAt=" + DAY, "application/json"),
                    get("diff of two days", "/v1/coverage/diff?from=" + DAY + "&to=2026-01-01", "application/json"),
                    simulation,
                    new Case("bare transfer", HttpRequest.newBuilder(bare.uri()).build()));
            measure(cases);
            print("");
            print("%s", Timing.HEADER);
            print("%s", small.timing().line());
            cases.forEach(each -> print("%s", each.timing().line()));
        }
        return conclude(whole.timing(), simulation.timing());
    }

    private void publish(InstitutionGenerator institutions, MandateGenerator mandates)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        environment.topics().publish(List.of(institutions.stream(), mandates.stream()));
        print(
                "%-42s %6.1f s",
                "Published %d revisions of %d mandates".formatted(mandates.revisions(), mandates.count()),
                seconds(start));
        service.awaitStreams(Map.of(
                InstitutionGenerator.STREAM, institutions.revisions(),
                MandateGenerator.STREAM, mandates.revisions()));
        print("%-42s %6.1f s", "Replicated by functions-service", seconds(start));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private Case get(String name, String path, String type) {
        return new Case(
                name,
                HttpRequest.newBuilder(service.uri(path)).header("Accept", type).build());
    }

    /** Runs the cases in turn, so that disturbances affect all of them. */
    private void measure(List<Case> cases) throws IOException, InterruptedException {
        for (var i = 0; i < WARM_UPS; i++) {
            for (var each : cases) {
                each.run(client);
            }
        }
        for (var i = 0; i < options.rounds(); i++) {
            for (var each : cases) {
                each.measure(client, service::cpuUsed);
            }
        }
    }

    private Results conclude(Timing coverage, Timing simulation) throws IOException, InterruptedException {
        var heap = service.heapUsage();
        print("");
        var results = new Results(
                "coverage",
                BenchJson.object(
                        "mandates",
                        options.mandates(),
                        "institutions",
                        options.institutions(),
                        "rounds",
                        options.rounds(),
                        "heap",
                        options.heap()));
        for (var each : List.of(coverage, simulation)) {
            results.add(new Measurement(
                    each.name() + " with %,d mandates, p95".formatted(options.mandates()),
                    "ms",
                    each.quantile(0.95),
                    each.quantile(0.99),
                    null,
                    Target.atMost(LIMIT_MILLIS, LIMIT_MILLIS)));
        }
        results.add(
                new Measurement("heap after a full collection", "MB", heap.afterFullCollection(), null, null, null));
        results.add(new Measurement("heap, maximum", "MB", heap.maximum(), null, null, null));
        return results;
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
