package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.PostgresServer;

/** Checks that no filter of the API makes PostgreSQL scan a large table. */
final class ScalePlans {

    /** With fewer mandates a sequential scan may be the cheapest plan. */
    private static final int MANY = 100_000;

    private static final int BAD_REQUEST = 400;

    /** Plans are checked, not durations: a machine that is busy must not change the result. */
    private static final Map<String, String> LONG_DEADLINES =
            Map.of("ATLAS_AGGREGATES_DEADLINE", "60s", "ATLAS_AGGREGATES_PART_TIMEOUT", "60s");

    private final ScaleOptions options;
    private final Path root;
    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    ScalePlans(ScaleOptions options, Path root, PrintStream out) {
        this.options = options;
        this.root = root;
        this.out = out;
    }

    /** Sends a request for every filter; fails if a plan has a sequential scan of a large table. */
    Results run() throws IOException, InterruptedException {
        var data = new ScaleData(options, out).prepare();
        var plans = new PlanLog(data);
        try {
            try (var postgres = PostgresServer.start(
                    data.resolve("postgres"),
                    BenchmarkEnvironment.programs(),
                    FreePort.find(),
                    data.resolve("logs/load.log"))) {
                plans.enable(postgres, options.mandates() >= MANY);
            }
            var environment = new HashMap<>(ScaleData.ENVIRONMENT);
            environment.putAll(LONG_DEADLINES);
            try (var suite = SuiteProcess.start(root, data, environment)) {
                try {
                    return check(suite, plans);
                } finally {
                    plans.disable(suite.jdbcUrl("postgres"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("plans cannot be logged", e);
        }
    }

    private Results check(SuiteProcess suite, PlanLog plans) throws IOException, InterruptedException {
        var description = send(suite, "/openapi");
        var requests = new FilterRequests(BenchJson.read(description), options.mandates() >= MANY).all();
        var begin = plans.end();
        var scans = new ArrayList<String>();
        var slowest = 0.0;
        for (var request : requests) {
            var position = plans.end();
            var sent = System.nanoTime();
            send(suite, request);
            var millis = (System.nanoTime() - sent) / 1e6;
            if (millis > slowest) {
                slowest = millis;
                out.printf(Locale.ROOT, "%s took %.0f ms%n", request, millis);
            }
            for (var scan : plans.scansAfter(position)) {
                scans.add(request + ": " + scan);
            }
        }
        out.printf("%d requests, %d plans%n", requests.size(), plans.plansAfter(begin));
        if (plans.plansAfter(begin) < requests.size()) {
            throw new IllegalStateException("the log of PostgreSQL has too few plans");
        }
        if (!scans.isEmpty()) {
            scans.forEach(out::println);
            throw new IllegalStateException(scans.size() + " sequential scans of large tables");
        }
        var results =
                new Results("plans", BenchJson.object("mandates", options.mandates(), "requests", requests.size()));
        results.add(new Measurement("sequential scans of large tables", "scans", 0, null, null, Target.atMost(0, 0)));
        results.add(new Measurement("slowest request, with its plan logged", "ms", slowest, null, null, null));
        return results;
    }

    private String send(SuiteProcess suite, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(suite.uri(path))
                .header("Cache-Control", "no-cache")
                .header("Accept", "application/json")
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= BAD_REQUEST) {
            throw new IllegalStateException(path + " returned " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
