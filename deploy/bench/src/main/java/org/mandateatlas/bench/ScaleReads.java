package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.mandateatlas.registry.DocumentJson;

/** Measures the time of reads through the gateway of a suite with very many mandates, past its cache. */
final class ScaleReads {

    private static final int LOAD_SECONDS = 1200;
    private static final double LIMIT_MILLIS = 150;
    private static final int OK = 200;
    private static final int YEARS = 100;
    private static final int SUGGESTIONS = 50;
    private static final List<String> WORDS =
            List.of("migration", "refugees", "statelessness", "visas", "labour", "kohibe", "vegobe", "council");

    private final ScaleOptions options;
    private final Path root;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    ScaleReads(ScaleOptions options, Path root, PrintStream out) {
        this.options = options;
        this.root = root;
        this.out = out;
    }

    /** Loads the data unless it is there, and measures. */
    List<Timing> measure() throws IOException, InterruptedException {
        try (var suite = SuiteProcess.start(root, new ScaleData(options, out).prepare(), ScaleData.ENVIRONMENT)) {
            return measure(suite);
        }
    }

    private List<Timing> measure(SuiteProcess suite) throws IOException, InterruptedException {
        awaitCoverage(suite);
        var timings = new ArrayList<Timing>();
        print(
                "%-44s %10s %8s %8s %8s",
                "first page of %d mandates, ms".formatted(options.mandates()), "bytes", "p50", "p95", "p99");
        for (var each : paths().entrySet()) {
            run(suite, each.getKey(), round -> each.getValue().apply(options.rounds() + round));
            var timing = run(suite, each.getKey(), each.getValue());
            timings.add(timing);
            print(
                    "%-44s %10d %8.1f %8.1f %8.1f%s",
                    timing.name(),
                    timing.bytes(),
                    timing.quantile(0.5),
                    timing.quantile(0.95),
                    timing.quantile(0.99),
                    timing.quantile(0.95) <= LIMIT_MILLIS ? "" : "  over " + LIMIT_MILLIS);
        }
        return timings;
    }

    /** Waits until functions-service has read the mandates into memory, which the first request begins. */
    private void awaitCoverage(SuiteProcess suite) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var request = HttpRequest.newBuilder(suite.uri("/v1/institutions/" + institution(0) + "/profile"))
                .header("Cache-Control", "no-cache")
                .build();
        while (true) {
            var response = client.send(request, BodyHandlers.ofByteArray());
            var seconds = (System.nanoTime() - began) / 1e9;
            if (isComplete(response)) {
                print("Coverage is in memory after %.0f s", seconds);
                return;
            }
            if (seconds > LOAD_SECONDS) {
                check("coverage", response);
            }
            Thread.sleep(1000);
        }
    }

    /** Sends the requests of a case one after the other. */
    private Timing run(SuiteProcess suite, String name, IntFunction<String> path)
            throws IOException, InterruptedException {
        var nanos = new ArrayList<Long>();
        var bytes = 0L;
        for (var round = 0; round < options.rounds(); round++) {
            var request = HttpRequest.newBuilder(suite.uri(path.apply(round)))
                    .header("Cache-Control", "no-cache")
                    .build();
            var start = System.nanoTime();
            var response = client.send(request, BodyHandlers.ofByteArray());
            nanos.add(System.nanoTime() - start);
            check(name, response);
            bytes = Math.max(bytes, response.body().length);
        }
        return new Timing(name, bytes, nanos, Duration.ZERO);
    }

    /** Only a complete response counts. */
    private static void check(String name, HttpResponse<byte[]> response) {
        if (!isComplete(response)) {
            var body = new String(response.body(), StandardCharsets.UTF_8);
            throw new IllegalStateException(name + ": " + response.uri() + " returned " + response.statusCode() + ": "
                    + DocumentJson.stored(body).path("missing"));
        }
    }

    private static boolean isComplete(HttpResponse<byte[]> response) {
        var body = new String(response.body(), StandardCharsets.UTF_8);
        return response.statusCode() == OK
                && DocumentJson.stored(body).path("missing").isEmpty();
    }

    /** Returns the paths of each case, another one for each round, so that no response can come from a memory of the gateway. */
    private Map<String, IntFunction<String>> paths() {
        var documents = new ScaleDocuments(options.institutions());
        var paths = new LinkedHashMap<String, IntFunction<String>>();
        paths.put("document", round -> "/v1/mandates/" + documents.id(id(round)));
        paths.put("history", round -> "/v1/mandates/" + documents.id(id(round)) + "/history");
        paths.put("list", round -> "/v1/mandates?limit=" + (50 - round % 10));
        paths.put("list, planned", round -> "/v1/mandates?status=planned&limit=" + (50 - round % 10));
        paths.put("list, ended", round -> "/v1/mandates?status=ended&limit=" + (50 - round % 10));
        paths.put("list, current", round -> "/v1/mandates?status=current&limit=" + (50 - round % 10));
        paths.put("list, unconfirmed", round -> "/v1/mandates?status=unconfirmed&limit=" + (50 - round % 10));
        paths.put("list, unconfirmed, validAt", round -> "/v1/mandates?status=unconfirmed&validAt=" + day(round));
        paths.put("list, validAt", round -> "/v1/mandates?validAt=" + day(round));
        paths.put(
                "list, validAt 1950-01-02, newland-2004",
                round -> "/v1/mandates?validAt=1950-01-02&source=newland-2004&limit=" + (50 - round % 10));
        paths.put("list, validAt, source", round -> "/v1/mandates?source=newland-2004&validAt=" + day(round));
        paths.put("list, institution", round -> "/v1/mandates?institution=" + institution(round));
        paths.put(
                "list, function, population",
                round -> "/v1/mandates?function=coordination&population=refugees&limit=" + (50 - round % 10));
        paths.put("list, knownAt", round -> "/v1/mandates?knownAt=" + instant(round));
        paths.put(
                "list, validAt, knownAt, function",
                round -> "/v1/mandates?function=coordination&validAt=" + day(round) + "&knownAt=" + instant(round));
        paths.put("list, q", round -> "/v1/mandates?q=" + words(round));
        paths.put("search", round -> "/v1/search?q=" + words(round) + "&limit=" + limit(round));
        paths.put(
                "search, one letter", round -> "/v1/search?q=" + (char) ('a' + round % 26) + "&limit=" + limit(round));
        paths.put(
                "suggest",
                round -> "/v1/suggest?q=" + words(round).substring(0, 2 + round / WORDS.size() % 3) + "&limit="
                        + (1 + round % SUGGESTIONS));
        paths.put("timeline", round -> "/v1/timeline?limit=" + limit(round));
        paths.put("timeline, from", round -> "/v1/timeline?from=" + day(round) + "&limit=" + limit(round));
        paths.put(
                "timeline, institution",
                round -> "/v1/timeline?institution=" + institution(round) + "&limit=" + limit(round));
        paths.put("diff of one year", round -> diff(round));
        paths.put("diff of one year, institution", round -> diff(round) + "&institution=" + institution(round));
        paths.put("institution profile", round -> "/v1/institutions/" + institution(round) + "/profile");
        return paths;
    }

    private int id(int round) {
        return new SeededRandom("round", round).below(options.mandates());
    }

    /** The page sizes of the measured requests are 50 on average. */
    private static int limit(int round) {
        return 1 + round;
    }

    /** Returns the institutions with the most mandates in turn with others. */
    private String institution(int round) {
        return round % 2 == 0
                ? InstitutionGenerator.id(round / 2 % options.institutions())
                : InstitutionGenerator.id(new SeededRandom("round", round).skewedBelow(options.institutions()));
    }

    private static String day(int round) {
        return LocalDate.of(1925, 1, 2).plusDays(369L * (round % YEARS)).toString();
    }

    private static String diff(int round) {
        var from = LocalDate.of(1925 + round % YEARS, 1, 1);
        return "/v1/diff?from=" + from + "&to=" + from.plusYears(1) + "&limit=" + limit(round);
    }

    private static String instant(int round) {
        return "2022-02-01T00:00:00Z".replace("2022-02", "202" + (2 + round % 4) + "-0" + (1 + round % 9));
    }

    private static String words(int round) {
        var word = WORDS.get(round % WORDS.size());
        var other = WORDS.get((round / WORDS.size()) % WORDS.size());
        return round % 2 == 0 || word.equals(other) ? word : word + "+" + other;
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
