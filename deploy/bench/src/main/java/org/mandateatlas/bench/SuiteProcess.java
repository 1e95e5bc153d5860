package org.mandateatlas.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    private SuiteProcess(Path root, Path data) {
        this.root = root;
        environment.put("ATLAS_HOME", data.toString());
        environment.put("ATLAS_BUILD", "never");
        environment.put("ATLAS_LIMITS_ENABLED", "false");
        PORTS.forEach(port -> environment.put(port, Integer.toString(FreePort.find())));
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
        suite.launcher("up", "--detach");
        return suite;
    }

    private void launcher(String... arguments) throws IOException, InterruptedException {
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
    }

    /** Returns an address at the gateway. */
    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.get("ATLAS_PORT") + path);
    }

    @Override
    public void close() throws IOException {
        try {
            launcher("down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
