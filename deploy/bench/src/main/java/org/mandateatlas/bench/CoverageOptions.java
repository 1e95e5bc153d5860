package org.mandateatlas.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,7}");
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]{0,7}[mg]");

    CoverageOptions {
        if (mandates < 100 || institutions < 20) {
            throw new IllegalArgumentException("At least 100 mandates and 20 institutions are required.");
        }
        if (!HEAP.matcher(heap).matches()) {
            throw new IllegalArgumentException("--heap must be a size such as 512m.");
        }
    }

    /** Parses options given as {@code --name value} or {@code --name=value}. */
    static CoverageOptions of(List<String> arguments) {
        var values = new LinkedHashMap<>(
                Map.of("--mandates", "100000", "--institutions", "5000", "--heap", "512m", "--rounds", "20"));
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            var equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 && ++i == arguments.size()) {
                throw new IllegalArgumentException(name + " requires a value.");
            }
            if (values.replace(name, equals < 0 ? arguments.get(i) : argument.substring(equals + 1)) == null) {
                throw new IllegalArgumentException("Unknown option: " + name + ".");
            }
        }
        return new CoverageOptions(
                number("--mandates", values),
                number("--institutions", values),
                values.getOrDefault("--heap", ""),
                number("--rounds", values));
    }

    private static int number(String name, Map<String, String> values) {
        var value = values.getOrDefault(name, "");
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be a whole number.");
        }
        return Integer.parseInt(value);
    }
}
