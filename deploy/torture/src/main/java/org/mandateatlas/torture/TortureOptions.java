package org.mandateatlas.torture;

import java.nio.file.Path;
import java.util.List;

/**
 * The options of a run.
 *
 * @param seconds how long faults are injected
 * @param seed seed of the faults and of the load
 * @param brokers number of Kafka brokers
 * @param out directory for the journals and the report
 */
record TortureOptions(int seconds, long seed, int brokers, Path out) {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MOST_BROKERS = 9;

    /**
     * Parses the arguments.
     *
     * @throws IllegalArgumentException if an argument is unknown or invalid
     */
    static TortureOptions parse(List<String> arguments, Path root) {
        var seconds = 10 * SECONDS_PER_MINUTE;
        var seed = System.currentTimeMillis() % 1_000_000;
        var brokers = 1;
        var out = root.resolve("target/torture");
        for (var i = 0; i < arguments.size(); i++) {
            var name = arguments.get(i);
            var equals = name.indexOf('=');
            String value;
            if (equals > 0) {
                value = name.substring(equals + 1);
                name = name.substring(0, equals);
            } else if (++i < arguments.size()) {
                value = arguments.get(i);
            } else {
                throw new IllegalArgumentException(name + " requires a value.");
            }
            switch (name) {
                case "--minutes" -> seconds = number(name, value) * SECONDS_PER_MINUTE;
                case "--seconds" -> seconds = number(name, value);
                case "--seed" -> seed = number(name, value);
                case "--brokers" -> brokers = number(name, value);
                case "--out" -> out = Path.of(value);
                default -> throw new IllegalArgumentException("Unknown option: " + name + ".");
            }
        }
        if (brokers > MOST_BROKERS) {
            throw new IllegalArgumentException("--brokers must be at most " + MOST_BROKERS + ".");
        }
        return new TortureOptions(seconds, seed, brokers, out.toAbsolutePath());
    }

    private static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(name + " must be a whole number from 1 to 999999.");
        }
        return Integer.parseInt(value);
    }
}
