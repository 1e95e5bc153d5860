package org.mandateatlas.local;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.embedded.FreePort;

/** A gateway process that a test can kill and restart on the same port. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port = FreePort.find();
    private final Path log;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;

    /**
     * Creates a gateway that is not running yet.
     *
     * @param kafka the bootstrap servers
     * @param environment additional environment variables
     * @param log the log file
     */
    GatewayProcess(String kafka, Map<String, String> environment, Path log) {
        this.log = log;
        this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        this.environment.putAll(environment);
    }

    /** Returns its base URL. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it and waits until it has read all topics to their ends. */
    void start() throws IOException, InterruptedException {
        var root = Path.of("..", "..").toAbsolutePath().normalize();
        var command = new ArrayList<>(List.of(
                JvmComponent.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                root.resolve("gateway/target/quarkus-app/quarkus-run.jar").toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
        var end = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            assertTrue(Instant.now().isBefore(end), "the gateway is not ready; see " + log);
            Thread.sleep(50);
        }
    }

    private boolean isReady() {
        try {
            return given().get(address() + "/v1/changes?fromNow=true").statusCode() == 200;
        } catch (Exception e) {
            return false; // not listening yet
        }
    }

    /** Kills it. */
    void kill() throws InterruptedException {
        var running = process;
        if (running != null) {
            running.destroyForcibly();
            assertTrue(running.waitFor(20, TimeUnit.SECONDS));
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
