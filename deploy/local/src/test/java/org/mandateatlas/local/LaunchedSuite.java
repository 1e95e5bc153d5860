package org.mandateatlas.local;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mandateatlas.embedded.FreePort;

/** The whole suite as a user has it: started with {@code ./atlas} from what is built, on ports and data of its own. */
final class LaunchedSuite {

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    LaunchedSuite(Path folder) {
        this.home = folder.resolve("home");
        environment.put("ATLAS_HOME", home.toString());
        environment.put("ATLAS_BUILD", "never");
        environment.put("ATLAS_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"); // what is started so often starts quickly
        environment.put("ATLAS_LIMITS_ENABLED", "false"); // tests ask more than a client may
        environment.put("ATLAS_JDK", System.getProperty("java.home"));
        for (var port : List.of(
                "ATLAS_PORT",
                "ATLAS_INSTITUTIONS_PORT",
                "ATLAS_FUNCTIONS_PORT",
                "ATLAS_PROCESSES_PORT",
                "ATLAS_POSTGRES_PORT",
                "ATLAS_KAFKA_PORT",
                "ATLAS_KAFKA_CONTROLLER_PORT")) {
            environment.put(port, Integer.toString(FreePort.find()));
        }
    }

    /** Runs a command of the launcher to its end. */
    Answer run(String... words) throws IOException, InterruptedException {
        var output = Files.createTempFile("atlas", ".out");
        var builder = new ProcessBuilder(Stream.concat(Stream.of("../../atlas"), Stream.of(words))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var exit = process.waitFor();
        var text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Answer(exit, text);
    }

    /** Sends a process a signal, as {@code STOP} to freeze it and {@code CONT} to let it go on. */
    static void signal(String name, long pid) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertEquals(0, kill.waitFor());
    }

    ProcessRegister register() {
        return new ProcessRegister(home.resolve("run"));
    }

    Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }

    String kafka() {
        return "127.0.0.1:" + environment.get("ATLAS_KAFKA_PORT");
    }

    /** Returns where the gateway is. */
    String address() {
        return address("ATLAS_PORT");
    }

    private String address(String port) {
        return "http://127.0.0.1:" + environment.get(port);
    }

    /** Begins a request to the gateway. */
    RequestSpecification request() {
        return given().baseUri(address());
    }

    /** Returns what a further gateway has to be told to stand before the same services. */
    Map<String, String> gatewayEnvironment() {
        return Map.of(
                "ATLAS_OWNERS_INSTITUTIONS_SERVICE_URL",
                address("ATLAS_INSTITUTIONS_PORT"),
                "ATLAS_OWNERS_FUNCTIONS_SERVICE_URL",
                address("ATLAS_FUNCTIONS_PORT"),
                "ATLAS_OWNERS_PROCESSES_SERVICE_URL",
                address("ATLAS_PROCESSES_PORT"),
                "ATLAS_LIMITS_ENABLED",
                "false");
    }

    /**
     * What a command said.
     *
     * @param output its output and its errors
     */
    record Answer(int exit, String output) {}
}
