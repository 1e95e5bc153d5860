package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The command {@code ./atlas bench}. */
public final class Bench {

    private static final int FAILED = 1;
    private static final int INVALID_ARGUMENTS = 2;

    private Bench() {}

    /** Runs a benchmark and exits with 0 if it completed, whatever the results, 1 if it failed, and 2 on invalid arguments. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, PrintStream out) {
        Run benchmark;
        try {
            benchmark = benchmark(arguments, out);
        } catch (IllegalArgumentException e) {
            System.err.println("atlas: " + e.getMessage() + " See ./atlas help.");
            return INVALID_ARGUMENTS;
        }
        try {
            benchmark.run();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (IOException | RuntimeException e) {
            System.err.println("atlas: the benchmark failed: " + e.getMessage());
            return FAILED;
        }
    }

    private static Run benchmark(List<String> arguments, PrintStream out) {
        var root = Path.of(System.getenv().getOrDefault("ATLAS_ROOT", ""));
        var further = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "coverage" -> {
                var options = CoverageOptions.of(further);
                yield () -> {
                    try (var environment = BenchmarkEnvironment.start(root, options.heap())) {
                        new CoverageBench(options, environment, out).run();
                    }
                };
            }
            case "cached" -> new CachedBench(CachedOptions.of(further), root, out)::run;
            case "scale" -> new ScaleBench(ScaleOptions.of(further), root, out)::run;
            default -> throw new IllegalArgumentException("Unknown benchmark; available: cached, coverage, scale.");
        };
    }

    /** Runs a benchmark. */
    private interface Run {
        void run() throws IOException, InterruptedException;
    }
}
