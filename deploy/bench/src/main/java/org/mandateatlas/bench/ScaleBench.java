package org.mandateatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mandateatlas.bench.Measurement.Reference;

/** Compares reads of a suite with very many mandates with those of a suite with few. */
final class ScaleBench {

    private static final Set<String> REQUIRED =
            Set.of("document", "list, validAt, knownAt, function", "list, q", "history");
    private static final Target TARGET = Target.ratioAtMost(1.3, 1.1);

    private final ScaleOptions options;
    private final Path root;
    private final PrintStream out;

    ScaleBench(ScaleOptions options, Path root, PrintStream out) {
        this.options = options;
        this.root = root;
        this.out = out;
    }

    /** Measures both suites one after the other. */
    Results run() throws IOException, InterruptedException {
        var few = options.withFew();
        Map<String, Timing> small = new ScaleReads(few, root, out)
                .measure().stream().collect(Collectors.toMap(Timing::name, Function.identity()));
        var results = new Results(
                "scale",
                BenchJson.object(
                        "mandates",
                        options.mandates(),
                        "institutions",
                        options.institutions(),
                        "comparedMandates",
                        few.mandates(),
                        "rounds",
                        options.rounds()));
        for (var timing : new ScaleReads(options, root, out).measure()) {
            var compared = small.get(timing.name());
            results.add(new Measurement(
                    timing.name(),
                    "ms",
                    timing.quantile(0.5),
                    timing.quantile(0.99),
                    compared == null
                            ? null
                            : new Reference(
                                    "%,d mandates".formatted(few.mandates()),
                                    compared.quantile(0.5),
                                    compared.quantile(0.99)),
                    REQUIRED.contains(timing.name()) ? TARGET : null));
        }
        return results;
    }
}
