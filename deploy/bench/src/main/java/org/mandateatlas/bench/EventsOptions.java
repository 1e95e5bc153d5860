package org.mandateatlas.bench;

import java.util.List;

/**
 * The options of the benchmark of events.
 *
 * @param seconds how long changes are made
 * @param rate changes per second
 * @param clients number of connected clients of the live feed
 * @param events the least number of events that are replayed
 */
record EventsOptions(int seconds, int rate, int clients, int events) {

    /** Parses the arguments. */
    static EventsOptions of(List<String> arguments) {
        var options =
                new Arguments(arguments, "--seconds", "20", "--rate", "50", "--clients", "500", "--events", "30000");
        return new EventsOptions(
                options.number("--seconds"),
                options.number("--rate"),
                options.number("--clients"),
                options.number("--events"));
    }
}
