package org.mandateatlas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.mandateatlas.embedded.FreePort;

/** The whole suite with the data of a directory, started by its launcher on free ports. */
final class SuiteProcess implements AutoCloseable {

    private static final List<String> PORTS = List.of(
            "ATLAS_PORT",
            "ATLAS_INSTITUTIONS_PORT",
            "ATLAS_FUNCTIONS_PORT",
            "ATLAS_PROCESSES_PORT",
            "ATLAS_SUBSCRIPTIONS_PORT",
            "ATLAS_POSTGRES_PORT",
            "ATLAS_KAFKA_PORT",
            "ATLAS_KAFKA_CONTROLLER_PORT");

    /** Marks a directory as one that the launcher may use. */
    static final String MARKER = "mandate-atlas";

    private static final Pattern MEMORY = Pattern.compile("(?m)^all\\s+([0-9]+) MiB");

    private final Path root;
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private SuiteProcess(Path root, Path data) {
        this.root = root;
        this.data = data;
        environment.put("ATLAS_HOME", data.toString());
        environment.put("ATLAS_BUILD", "never");
        // the address with which ./atlas prepare has published
        environment.put("ATLAS_RELAY_PUBLIC_URL", "http://localhost:8080");
        environment.put("ATLAS_LIMITS_ENABLED", "false");
        // all clients of the live feed have one address
        environment.put("ATLAS_CHANGES_STREAMS_PER_CLIENT", "5000");
        PORTS.forEach(port -> environment.put(port, Integer.toString(FreePort.find())));
    }

    /** Returns a new temporary directory that the launcher may use. */
    static Path temporaryData() throws IOException {
        var data = Files.createTempDirectory("mandate-atlas-bench");
        Files.writeString(data.resolve(MARKER), "");
        return data;
    }

    /**
     * Starts the suite and returns when it is ready.
     *
     * @param further environment variables of the launcher
     */
    static SuiteProcess start(Path root, Path data, Map<String, String> further)
            throws IOException, InterruptedException {
        var suite = new SuiteProcess(root, data);
        suite.environment.putAll(further);
        // an interrupted benchmark leaves no processes behind
        Runtime.getRuntime().addShutdownHook(new Thread(suite::stop, "stop"));
        suite.launcher("up", "--detach");
        return suite;
    }

    private String launcher(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(root.resolve("atlas").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("./atlas " + arguments[0] + " failed:\n" + output);
        }
        return output;
    }

    /** Returns an address at the gateway. */
    URI uri(String path) {
        return uri("ATLAS_PORT", path);
    }

    /** Returns an address at institutions-service. */
    URI institutions(String path) {
        return uri("ATLAS_INSTITUTIONS_PORT", path);
    }

    int institutionsPort() {
        return Integer.parseInt(variable("ATLAS_INSTITUTIONS_PORT"));
    }

    private URI uri(String port, String path) {
        return URI.create("http://127.0.0.1:" + variable(port) + path);
    }

    private String variable(String name) {
        return Objects.requireNonNull(environment.get(name));
    }

    String kafka() {
        return "127.0.0.1:" + variable("ATLAS_KAFKA_PORT");
    }

    /** Returns the JDBC URL of a database, whose role has the same name. */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + variable("ATLAS_POSTGRES_PORT") + "/" + database;
    }

    /** Returns the password of a role of the database. */
    String password(String role) throws IOException {
        return Files.readString(data.resolve("passwords").resolve(role));
    }

    /** Returns a token that permits writes. */
    String token() throws IOException, InterruptedException {
        return launcher("token").strip();
    }

    /** Returns the memory that all processes use. */
    int residentMebibytes() throws IOException, InterruptedException {
        var status = launcher("status");
        var all = MEMORY.matcher(status);
        if (!all.find()) {
            throw new IllegalStateException("./atlas status shows no memory:\n" + status);
        }
        return Integer.parseInt(all.group(1));
    }

    private void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        try {
            launcher("down");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
