package org.mandateatlas.bench;

import java.util.List;

/**
 * The options of the benchmark of writes.
 *
 * @param rounds how often each case is measured
 * @param seconds how long each measurement lasts
 * @param warmUp how many seconds each case runs before the first round
 */
record WriteOptions(int rounds, int seconds, int warmUp) {

    /** Parses the arguments. */
    static WriteOptions of(List<String> arguments) {
        var options = new Arguments(arguments, "--rounds", "3", "--seconds", "5", "--warm-up", "90");
        return new WriteOptions(options.number("--rounds"), options.number("--seconds"), options.number("--warm-up"));
    }
}
