package org.mandateatlas.bench;

import java.util.List;

/**
 * The options of the benchmark of slow clients.
 *
 * @param seconds how long each kind of client is measured
 * @param rate requests per second of the other clients
 * @param connections number of idle connections; other kinds have a part of them
 */
record SlowClientsOptions(int seconds, int rate, int connections) {

    /** Parses the arguments. */
    static SlowClientsOptions of(List<String> arguments) {
        var options = new Arguments(arguments, "--seconds", "10", "--rate", "200", "--connections", "2000");
        return new SlowClientsOptions(
                options.number("--seconds"), options.number("--rate"), options.number("--connections"));
    }
}
