package org.mandateatlas.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mandateatlas.embedded.PostgresServer;

/**
 * The settings of a suite, from environment variables.
 *
 * @param root the checkout with the built services
 * @param cache the user's cache directory, shared by all checkouts
 */
record Settings(Path root, DataDirectory dataDirectory, Path cache, Map<String, String> environment) {

    /** The issuer of local tokens. */
    static final String ISSUER = "https://mandateatlas.org/local";

    /** The variable with the address that events name. */
    static final String PUBLIC_URL = "ATLAS_RELAY_PUBLIC_URL";

    /** Reads the settings; the launcher script names the checkout in {@code ATLAS_ROOT}. */
    static Settings from(Map<String, String> environment) {
        var root = Path.of(environment.getOrDefault("ATLAS_ROOT", "")).toAbsolutePath();
        var dataDirectory = environment.getOrDefault("ATLAS_HOME", "");
        var caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        return new Settings(
                root,
                new DataDirectory(
                        dataDirectory.isBlank()
                                ? root.resolve(".atlas")
                                : Path.of(dataDirectory).toAbsolutePath().normalize()),
                (caches.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches))
                        .resolve("mandate-atlas"),
                Map.copyOf(environment));
    }

    /** Returns the time in which a component must become ready. */
    Duration startTimeout() {
        var seconds = environment.getOrDefault("ATLAS_START_TIMEOUT", "120");
        if (!seconds.matches("[1-9][0-9]{0,4}")) {
            throw new LauncherFailure("ATLAS_START_TIMEOUT is \"" + seconds + "\"; use a whole number of seconds.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    /** Returns how often a component that exits is started again within ten minutes. */
    int restarts() {
        var count = environment.getOrDefault("ATLAS_RESTARTS", "3");
        if (!count.matches("[0-9]{1,4}")) {
            throw new LauncherFailure("ATLAS_RESTARTS is \"" + count + "\"; use a whole number.");
        }
        return Integer.parseInt(count);
    }

    /** Returns the number of Kafka brokers. */
    int brokers() {
        var count = environment.getOrDefault("ATLAS_KAFKA_BROKERS", "1");
        if (!count.matches("[1-9]")) {
            throw new LauncherFailure("ATLAS_KAFKA_BROKERS is \"" + count + "\"; use a number from 1 to 9.");
        }
        return Integer.parseInt(count);
    }

    /** Returns the address of the suite that events name. */
    String publicUrl() {
        return environment.getOrDefault(
                PUBLIC_URL, "http://localhost:" + port(Port.GATEWAY).number());
    }

    /** Returns whether a first start imports the bundled dataset as it is, and publishes it to a single broker. */
    boolean importsAsPrepared() {
        return brokers() == 1
                && environment.keySet().stream()
                        .noneMatch(name -> name.startsWith("ATLAS_DATASET_") || name.startsWith("ATLAS_RELAY_TOPIC"));
    }

    /** Returns additional JVM options for the services and the gateway; later options override earlier ones. */
    List<String> javaOptions() {
        return Stream.of(environment.getOrDefault("ATLAS_JAVA_OPTIONS", "").split("\\s+", -1))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /** Returns the memory of the PostgreSQL server for pages of tables and indexes. */
    String postgresBuffers() {
        var size = environment.getOrDefault("ATLAS_POSTGRES_BUFFERS", PostgresServer.LITTLE_MEMORY);
        if (!size.matches("[1-9][0-9]{0,5}(MB|GB)")) {
            throw new LauncherFailure("ATLAS_POSTGRES_BUFFERS is \"" + size + "\"; use a size such as 512MB or 4GB.");
        }
        return size;
    }

    /**
     * Returns the number that is added to the ports of PostgreSQL, Kafka and the services in the addresses that their clients use:
     * a proxy listens there in tests of faults.
     */
    int proxyOffset() {
        var offset = environment.getOrDefault("ATLAS_PROXY_OFFSET", "0");
        if (!offset.matches("[0-9]{1,4}")) {
            throw new LauncherFailure("ATLAS_PROXY_OFFSET is \"" + offset + "\"; use a whole number.");
        }
        return Integer.parseInt(offset);
    }

    BoundPort port(Port port) {
        return port.in(environment);
    }
}
