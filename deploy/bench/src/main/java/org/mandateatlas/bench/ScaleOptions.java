package org.mandateatlas.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * The options of the scale benchmark.
 *
 * @param mandates number of generated mandates, each in two versions
 * @param institutions number of institutions that hold them
 * @param rounds number of measurements per case
 * @param data directory of the generated data; it is kept and used again
 * @param explain whether the plans of the reads are checked, instead of their durations
 */
record ScaleOptions(int mandates, int institutions, int rounds, Path data, boolean explain) {

    ScaleOptions {
        if (mandates < 50 || institutions < 20) {
            throw new IllegalArgumentException("At least 50 mandates and 20 institutions are required.");
        }
    }

    /** Returns the options of a suite with few mandates, which the one with many is compared with. */
    ScaleOptions withFew() {
        return new ScaleOptions(Math.min(mandates, 1000), Math.min(institutions, 100), rounds, data, explain);
    }

    /** Parses the arguments. */
    static ScaleOptions of(List<String> arguments) {
        var options = new Arguments(
                arguments,
                "--mandates",
                "1000000",
                "--institutions",
                "5000",
                "--rounds",
                "100",
                "--data",
                Path.of(System.getProperty("java.io.tmpdir"), "mandate-atlas-scale")
                        .toString(),
                "--explain",
                Arguments.FLAG);
        return new ScaleOptions(
                options.number("--mandates"),
                options.number("--institutions"),
                options.number("--rounds"),
                Path.of(options.text("--data")).toAbsolutePath(),
                options.flag("--explain"));
    }
}
