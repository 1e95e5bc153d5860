package org.mandateatlas.bench;

import java.util.List;

/**
 * The options of the benchmark of cached responses.
 *
 * @param rounds how often each pair of responses is measured
 * @param seconds how long each measurement lasts
 */
record CachedOptions(int rounds, int seconds) {

    /** Parses the arguments. */
    static CachedOptions of(List<String> arguments) {
        var options = new Arguments(arguments, "--rounds", "5", "--seconds", "3");
        return new CachedOptions(options.number("--rounds"), options.number("--seconds"));
    }
}
