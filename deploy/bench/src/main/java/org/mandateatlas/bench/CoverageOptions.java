package org.mandateatlas.bench;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The options of the coverage benchmark.
 *
 * @param mandates number of generated mandates
 * @param institutions number of institutions that hold them
 * @param heap the heap limit of the service, as a JVM size
 * @param rounds number of measurements per case
 */
record CoverageOptions(int mandates, int institutions, String heap, int rounds) {

    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]{0,7}[mg]");

    CoverageOptions {
        if (mandates < 100 || institutions < 20) {
            throw new IllegalArgumentException("At least 100 mandates and 20 institutions are required.");
        }
        if (!HEAP.matcher(heap).matches()) {
            throw new IllegalArgumentException("--heap must be a size such as 512m.");
        }
    }

    /** Parses the arguments. */
    static CoverageOptions of(List<String> arguments) {
        var options = new Arguments(
                arguments, "--mandates", "100000", "--institutions", "5000", "--heap", "512m", "--rounds", "20");
        return new CoverageOptions(
                options.number("--mandates"),
                options.number("--institutions"),
                options.text("--heap"),
                options.number("--rounds"));
    }
}
