package org.mandateatlas.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the environment says about a suite.
 *
 * @param root the checkout with the built services
 * @param cache the user's folder for what all checkouts share
 */
record Settings(Path root, DataDirectory home, Path cache, Map<String, String> environment) {

    /** The issuer that tokens name and services ask for. */
    static final String ISSUER = "https://mandateatlas.org/local";

    /** Reads the settings; the launcher script names the checkout in {@code ATLAS_ROOT}. */
    static Settings from(Map<String, String> environment) {
        var root = Path.of(environment.getOrDefault("ATLAS_ROOT", "")).toAbsolutePath();
        var home = environment.getOrDefault("ATLAS_HOME", "");
        var caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        return new Settings(
                root,
                new DataDirectory(
                        home.isBlank()
                                ? root.resolve(".atlas")
                                : Path.of(home).toAbsolutePath().normalize()),
                (caches.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches))
                        .resolve("mandate-atlas"),
                Map.copyOf(environment));
    }

    /** Returns how long a part may take to become ready. */
    Duration patience() {
        var seconds = environment.getOrDefault("ATLAS_PATIENCE", "120");
        if (!seconds.matches("[1-9][0-9]{0,4}")) {
            throw new LauncherFailure("ATLAS_PATIENCE is \"" + seconds + "\"; give a whole number of seconds.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    /** Returns what the JVMs of the services and of the gateway are told besides; the last of two that contradict each other holds. */
    List<String> javaOptions() {
        return Stream.of(environment.getOrDefault("ATLAS_JAVA_OPTIONS", "").split("\\s+", -1))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    BoundPort port(Port port) {
        return port.in(environment);
    }
}
