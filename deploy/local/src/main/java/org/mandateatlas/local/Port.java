package org.mandateatlas.local;

import java.util.Map;

/** A TCP port of the suite, with the environment variable that overrides it. */
enum Port {
    GATEWAY("ATLAS_PORT", 8080),
    INSTITUTIONS("ATLAS_INSTITUTIONS_PORT", 8081),
    FUNCTIONS("ATLAS_FUNCTIONS_PORT", 8082),
    PROCESSES("ATLAS_PROCESSES_PORT", 8083),
    SUBSCRIPTIONS("ATLAS_SUBSCRIPTIONS_PORT", 8084),
    POSTGRES("ATLAS_POSTGRES_PORT", 8432),
    KAFKA("ATLAS_KAFKA_PORT", 8092),
    KAFKA_CONTROLLER("ATLAS_KAFKA_CONTROLLER_PORT", 8093);

    private final String variable;
    private final int defaultNumber;

    Port(String variable, int defaultNumber) {
        this.variable = variable;
        this.defaultNumber = defaultNumber;
    }

    /** Returns the port for the environment. */
    BoundPort in(Map<String, String> environment) {
        var value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            return new BoundPort(variable, defaultNumber);
        }
        try {
            var number = Integer.parseInt(value.strip());
            if (number > 0 && number < 65536) {
                return new BoundPort(variable, number);
            }
        } catch (NumberFormatException e) {
            // Reported below, like a number out of range.
        }
        throw new LauncherFailure(
                variable + " is \"" + value + "\", which is not a port; use a number from 1 to 65535.");
    }
}
