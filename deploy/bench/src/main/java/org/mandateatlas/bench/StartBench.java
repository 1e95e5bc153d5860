package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures how long {@code ./atlas up} takes until the suite is ready, and how much memory the suite uses then. */
final class StartBench {

    private static final double NANOS_PER_SECOND = 1e9;

    private final StartOptions options;
    private final Path root;
    private final PrintStream out;

    StartBench(StartOptions options, Path root, PrintStream out) {
        this.options = options;
        this.root = root;
        this.out = out;
    }

    /** Starts the suite with a new directory and again with the same one, in each round. */
    Results run() throws IOException, InterruptedException {
        var fresh = new ArrayList<Double>();
        var existing = new ArrayList<Double>();
        var memory = new ArrayList<Double>();
        for (var round = 1; round <= options.rounds(); round++) {
            out.printf("start: round %d of %d%n", round, options.rounds());
            var data = SuiteProcess.temporaryData();
            try {
                start(data, fresh, memory);
                start(data, existing, memory);
            } finally {
                BenchmarkEnvironment.delete(data);
            }
        }
        var results = new Results("start", BenchJson.object("rounds", options.rounds()));
        results.add(
                new Measurement("./atlas up with fresh data", "s", median(fresh), null, null, Target.atMost(14, 9)));
        results.add(new Measurement(
                "./atlas up with existing data", "s", median(existing), null, null, Target.atMost(8, 5)));
        results.add(new Measurement("resident memory after the start", "MiB", median(memory), null, null, null));
        return results;
    }

    private void start(Path data, List<Double> seconds, List<Double> memory) throws IOException, InterruptedException {
        var start = System.nanoTime();
        try (var suite = SuiteProcess.start(root, data, Map.of())) {
            seconds.add((System.nanoTime() - start) / NANOS_PER_SECOND);
            memory.add((double) suite.residentMebibytes());
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
