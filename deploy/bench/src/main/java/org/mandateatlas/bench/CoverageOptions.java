package org.mandateatlas.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is asked of the benchmark of coverage.
 *
 * @param mandates how many mandates are generated
 * @param institutions how many institutions hold them
 * @param heap the limit of the service's heap, as the JVM takes it
 * @param rounds how often each case is measured
 */
record CoverageOptions(int mandates, int institutions, String heap, int rounds) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,7}");
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]{0,7}[mg]");

    CoverageOptions {
        if (mandates < 100 || institutions < 20) {
            throw new IllegalArgumentException("It needs 100 mandates and 20 institutions at least.");
        }
        if (!HEAP.matcher(heap).matches()) {
            throw new IllegalArgumentException("--heap needs a size such as 512m.");
        }
    }

    /** Reads the options, as {@code --name value} or {@code --name=value}. */
    static CoverageOptions of(List<String> words) {
        var values = new LinkedHashMap<>(
                Map.of("--mandates", "100000", "--institutions", "5000", "--heap", "512m", "--rounds", "20"));
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (equals < 0 && ++i == words.size()) {
                throw new IllegalArgumentException(name + " needs a value.");
            }
            if (values.replace(name, equals < 0 ? words.get(i) : word.substring(equals + 1)) == null) {
                throw new IllegalArgumentException("There is no option " + name + ".");
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
            throw new IllegalArgumentException(name + " needs a whole number.");
        }
        return Integer.parseInt(value);
    }
}
