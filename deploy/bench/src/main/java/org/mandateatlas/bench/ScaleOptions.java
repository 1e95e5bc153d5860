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
 */
record ScaleOptions(int mandates, int institutions, int rounds, Path data) {

    ScaleOptions {
        if (mandates < 50 || institutions < 20) {
            throw new IllegalArgumentException("At least 50 mandates and 20 institutions are required.");
        }
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
                        .toString());
        return new ScaleOptions(
                options.number("--mandates"),
                options.number("--institutions"),
                options.number("--rounds"),
                Path.of(options.text("--data")).toAbsolutePath());
    }
}
