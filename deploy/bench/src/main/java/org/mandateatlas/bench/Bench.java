package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code ./atlas bench}. */
public final class Bench {

    private static final int FAILED = 1;
    private static final int INVALID_ARGUMENTS = 2;

    private Bench() {}

    /** Runs one part or all and exits with 0 if they completed, whatever the results, 1 if one failed, and 2 on invalid arguments. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), root().resolve("deploy/bench/results"), System.out, System.err));
    }

    /** Returns the root of the checkout. */
    static Path root() {
        return Path.of(System.getenv().getOrDefault("ATLAS_ROOT", ""));
    }

    /** Runs one part or all, and writes the results to files in the folder. */
    static int run(List<String> arguments, Path folder, PrintStream out, PrintStream err) {
        try (var suite = new MeasuredSuite(root())) {
            return run(arguments, suite, folder, out, err);
        }
    }

    /** Runs one part or all with a suite that reads, writes and events share. */
    static int run(List<String> arguments, MeasuredSuite suite, Path folder, PrintStream out, PrintStream err) {
        List<Part> parts;
        try {
            parts = arguments.isEmpty() || arguments.getFirst().startsWith("--")
                    ? all(arguments, suite, out)
                    : List.of(part(arguments.getFirst(), arguments.subList(1, arguments.size()), suite, out));
        } catch (IllegalArgumentException e) {
            err.println("atlas: " + e.getMessage() + " See ./atlas help.");
            return INVALID_ARGUMENTS;
        }
        var results = new ArrayList<Results>();
        var failed = false;
        try {
            for (var part : parts) {
                failed |= !run(part, folder, results, err);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
        if (!results.isEmpty()) {
            Results.print(results, out);
        }
        return failed ? FAILED : 0;
    }

    /** Runs a part, adds its results and returns whether it completed. */
    private static boolean run(Part part, Path folder, List<Results> results, PrintStream err)
            throws InterruptedException {
        try {
            var result = part.run();
            result.write(folder);
            results.add(result);
            return true;
        } catch (IOException | RuntimeException e) {
            err.println("atlas: the benchmark failed: " + e.getMessage()
                    + (e.getCause() == null ? "" : " (" + e.getCause() + ")"));
            return false;
        }
    }

    private static List<Part> all(List<String> arguments, MeasuredSuite suite, PrintStream out) {
        var options = new Arguments(arguments, "--scale", "", "--data", "");
        var parts = new ArrayList<Part>();
        for (var name : List.of("start", "read", "write", "events", "slow-clients", "coverage")) {
            parts.add(part(name, List.of(), suite, out));
        }
        var scale = new ArrayList<String>();
        if (!options.text("--scale").isEmpty()) {
            scale.add("--mandates=" + options.number("--scale"));
        }
        if (!options.text("--data").isEmpty()) {
            scale.add("--data=" + options.text("--data"));
            if (scale.size() == 1 && !Files.isDirectory(Path.of(options.text("--data")))) {
                throw new IllegalArgumentException("--data is not a directory with data; --scale generates them.");
            }
        }
        if (!scale.isEmpty()) {
            parts.add(part("scale", scale, suite, out));
        }
        return parts;
    }

    private static Part part(String name, List<String> arguments, MeasuredSuite suite, PrintStream out) {
        var root = root();
        return switch (name) {
            case "read" -> new ReadBench(ReadOptions.of(arguments), suite, out)::run;
            case "write" -> new WriteBench(WriteOptions.of(arguments), suite, out)::run;
            case "events" -> new EventsBench(EventsOptions.of(arguments), suite, out)::run;
            case "slow-clients" -> new SlowClientsBench(SlowClientsOptions.of(arguments), suite, out)::run;
            case "start" -> new StartBench(StartOptions.of(arguments), root, out)::run;
            case "scale" -> {
                var options = ScaleOptions.of(arguments);
                yield options.explain()
                        ? new ScalePlans(options, root, out)::run
                        : new ScaleBench(options, root, out)::run;
            }
            case "coverage" -> {
                var options = CoverageOptions.of(arguments);
                yield () -> {
                    try (var environment = BenchmarkEnvironment.start(root, options.heap())) {
                        return new CoverageBench(options, environment, out).run();
                    }
                };
            }
            default ->
                throw new IllegalArgumentException(
                        "Unknown part; available: coverage, events, read, scale, slow-clients, start, write.");
        };
    }

    /** Measures a part. */
    private interface Part {
        Results run() throws IOException, InterruptedException;
    }
}
