package org.mandateatlas.bench;

import java.util.List;

/**
 * The options of the benchmark of the start.
 *
 * @param rounds how often the suite is started with fresh and with existing data
 */
record StartOptions(int rounds) {

    /** Parses the arguments. */
    static StartOptions of(List<String> arguments) {
        return new StartOptions(new Arguments(arguments, "--rounds", "3").number("--rounds"));
    }
}
