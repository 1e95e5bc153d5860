package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The command {@code ./atlas bench}. */
public final class Bench {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Bench() {}

    /** Runs a benchmark and exits with 0 when it ran, whatever the figures, 1 when it did not, and 2 when misunderstood. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, PrintStream out) {
        CoverageOptions options;
        try {
            if (arguments.isEmpty() || !arguments.getFirst().equals("coverage")) {
                throw new IllegalArgumentException("The benchmark is called coverage.");
            }
            options = CoverageOptions.of(arguments.subList(1, arguments.size()));
        } catch (IllegalArgumentException e) {
            System.err.println("atlas: " + e.getMessage() + " See ./atlas help.");
            return MISUSED;
        }
        var root = Path.of(System.getenv().getOrDefault("ATLAS_ROOT", ""));
        try (var surroundings = Surroundings.start(root, options.heap())) {
            new CoverageBench(options, surroundings, out).run();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (IOException | RuntimeException e) {
            System.err.println("atlas: the benchmark failed: " + e.getMessage());
            return FAILED;
        }
    }
}
