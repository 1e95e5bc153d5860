package org.mandateatlas.local;

import java.util.Map;

/** A TCP port of the suite, with the environment variable that moves it. */
enum Port {
    GATEWAY("ATLAS_PORT", 8080),
    INSTITUTIONS("ATLAS_INSTITUTIONS_PORT", 8081),
    FUNCTIONS("ATLAS_FUNCTIONS_PORT", 8082),
    PROCESSES("ATLAS_PROCESSES_PORT", 8083),
    POSTGRES("ATLAS_POSTGRES_PORT", 8432),
    KAFKA("ATLAS_KAFKA_PORT", 8092),
    KAFKA_CONTROLLER("ATLAS_KAFKA_CONTROLLER_PORT", 8093);

    private final String variable;
    private final int usual;

    Port(String variable, int usual) {
        this.variable = variable;
        this.usual = usual;
    }

    /** Returns the port's number under that environment. */
    BoundPort in(Map<String, String> environment) {
        var value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            return new BoundPort(variable, usual);
        }
        try {
            var number = Integer.parseInt(value.strip());
            if (number > 0 && number < 65536) {
                return new BoundPort(variable, number);
            }
        } catch (NumberFormatException e) {
            // Told to the user below, with the numbers out of range.
        }
        throw new LauncherFailure(variable + " is \"" + value + "\", which is no port; give a number from 1 to 65535.");
    }
}
