package org.mandateatlas.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.registry.DocumentJson;

/**
 * Measures how many cached composite responses the gateway sends in a second, each next to a cached page of a collection of about
 * the same size, with the bundled dataset and the load generator wrk.
 */
final class CachedBench {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILURES = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");
    private static final double WANTED = 0.8;
    private static final int LARGEST_PAGE = 500;
    private static final List<String> COLLECTIONS = List.of("mandates", "institutions", "capacities", "sources");
    private static final Map<String, String> PATHS = paths();

    private final CachedOptions options;
    private final Path root;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    CachedBench(CachedOptions options, Path root, PrintStream out) {
        this.options = options;
        this.root = root;
        this.out = out;
    }

    private static Map<String, String> paths() {
        var paths = new LinkedHashMap<String, String>();
        paths.put("coverage", "/v1/coverage?validAt=2004-12-31");
        paths.put("institution profile", "/v1/institutions/iom/profile");
        paths.put("function profile", "/v1/functions/coordination/profile");
        paths.put("search", "/v1/search?q=migration");
        paths.put("suggest", "/v1/suggest?q=mig");
        paths.put("timeline", "/v1/timeline?institution=iom");
        paths.put("diff", "/v1/diff?from=1990-01-01&to=2004-01-01");
        return paths;
    }

    /** Measures and prints the results. */
    void run() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("mandate-atlas-bench");
        Files.writeString(data.resolve("mandate-atlas"), "");
        try (var suite = SuiteProcess.start(root, data, Map.of())) {
            print("%-20s %8s %10s   %-26s %8s %10s %6s", "cached", "bytes", "1/s", "page", "bytes", "1/s", "ratio");
            var results = new ArrayList<Map<String, @Nullable Object>>();
            for (var each : PATHS.entrySet()) {
                results.add(measure(suite, each.getKey(), each.getValue()));
            }
            var file = root.resolve("deploy/bench/target/cached.json");
            Files.createDirectories(file.getParent());
            Files.write(file, BenchJson.bytes(BenchJson.object("cached", results)));
            print("Results: %s", file);
        } finally {
            BenchmarkEnvironment.delete(data);
        }
    }

    private Map<String, @Nullable Object> measure(SuiteProcess suite, String name, String path)
            throws IOException, InterruptedException {
        var bytes = size(suite, path);
        var page = pageOfSize(suite, bytes);
        var rates = new ArrayList<Double>();
        var pageRates = new ArrayList<Double>();
        wrk(suite, path);
        wrk(suite, page);
        for (var round = 0; round < options.rounds(); round++) {
            rates.add(wrk(suite, path));
            pageRates.add(wrk(suite, page));
        }
        var rate = median(rates);
        var pageRate = median(pageRates);
        var pageBytes = size(suite, page);
        print(
                "%-20s %8d %10.0f   %-26s %8d %10.0f %6.2f%s",
                name,
                bytes,
                rate,
                page,
                pageBytes,
                pageRate,
                rate / pageRate,
                rate / pageRate < WANTED ? "  below " + WANTED : "");
        return BenchJson.object(
                "case", name, "bytes", bytes, "rate", rate, "page", page, "pageBytes", pageBytes, "pageRate", pageRate);
    }

    /** Returns the page of closest size, of the first collection that is large enough or else of the largest. */
    private String pageOfSize(SuiteProcess suite, int bytes) throws IOException, InterruptedException {
        var largest = COLLECTIONS.getFirst();
        var most = 0;
        for (var collection : COLLECTIONS) {
            var size = size(suite, page(collection, LARGEST_PAGE));
            if (size >= bytes) {
                return pageOfSize(suite, collection, bytes);
            }
            if (size > most) {
                largest = collection;
                most = size;
            }
        }
        return page(largest, LARGEST_PAGE);
    }

    /** Finds the number of documents by halving. */
    private String pageOfSize(SuiteProcess suite, String collection, int bytes)
            throws IOException, InterruptedException {
        var less = 1;
        var more = LARGEST_PAGE;
        while (more - less > 1) {
            var middle = (less + more) / 2;
            if (size(suite, page(collection, middle)) < bytes) {
                less = middle;
            } else {
                more = middle;
            }
        }
        var below = page(collection, less);
        var above = page(collection, more);
        return Math.abs(size(suite, below) - bytes) < Math.abs(size(suite, above) - bytes) ? below : above;
    }

    private static String page(String collection, int limit) {
        return "/v1/" + collection + "?limit=" + limit;
    }

    private int size(SuiteProcess suite, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(suite.uri(path)).build();
        var response = client.send(request, BodyHandlers.ofByteArray());
        JsonNode body = DocumentJson.stored(new String(response.body(), StandardCharsets.UTF_8));
        if (response.statusCode() != 200 || !body.path("missing").isEmpty()) {
            throw new IllegalStateException(path + " returned " + response.statusCode() + ": " + body);
        }
        return response.body().length;
    }

    private double wrk(SuiteProcess suite, String path) throws IOException, InterruptedException {
        var command = List.of(
                "wrk",
                "-t1",
                "-c16",
                "-d" + options.seconds() + "s",
                suite.uri(path).toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var rate = RATE.matcher(output);
        if (!rate.find() || FAILURES.matcher(output).find()) {
            throw new IllegalStateException("wrk failed on " + path + ":\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
