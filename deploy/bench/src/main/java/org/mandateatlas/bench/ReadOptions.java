package org.mandateatlas.bench;

import java.util.List;

/**
 * The options of the benchmark of reads.
 *
 * @param rounds how often each case is measured
 * @param seconds how long each measurement lasts
 * @param rate the requests per second where latencies are measured
 */
record ReadOptions(int rounds, int seconds, int rate) {

    /** Parses the arguments. */
    static ReadOptions of(List<String> arguments) {
        var options = new Arguments(arguments, "--rounds", "5", "--seconds", "3", "--rate", "500");
        return new ReadOptions(options.number("--rounds"), options.number("--seconds"), options.number("--rate"));
    }
}
