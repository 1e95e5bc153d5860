package org.mandateatlas.local;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mandateatlas.embedded.FreePort;

/** The suite as a user runs it: started with {@code ./atlas} from the built modules, with its own ports and data. */
final class LaunchedSuite {

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    LaunchedSuite(Path folder) {
        this.home = folder.resolve("home");
        environment.put("ATLAS_HOME", home.toString());
        environment.put("ATLAS_BUILD", "never");
        environment.put("ATLAS_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"); // faster startup
        environment.put("ATLAS_LIMITS_ENABLED", "false"); // tests exceed the limit of a client
        environment.put("ATLAS_JDK", System.getProperty("java.home"));
        for (var port : List.of(
                "ATLAS_PORT",
                "ATLAS_INSTITUTIONS_PORT",
                "ATLAS_FUNCTIONS_PORT",
                "ATLAS_PROCESSES_PORT",
                "ATLAS_SUBSCRIPTIONS_PORT",
                "ATLAS_POSTGRES_PORT",
                "ATLAS_KAFKA_PORT",
                "ATLAS_KAFKA_CONTROLLER_PORT")) {
            environment.put(port, Integer.toString(FreePort.find()));
        }
    }

    /** Returns a suite whose further replicas have ports of their own, outside the range of outgoing connections. */
    static LaunchedSuite replicated(Path folder) {
        var suite = new LaunchedSuite(folder);
        var first = 20_000 + (int) (ProcessHandle.current().pid() % 40) * 250;
        for (var port : Port.values()) {
            suite.environment.put(port.in(Map.of()).variable(), Integer.toString(first + port.ordinal()));
        }
        suite.environment.put("ATLAS_RESTARTS", "9");
        suite.environment.put("QUARKUS_SHUTDOWN_DELAY", "2s");
        return suite;
    }

    /** Starts the suite in the background and returns the output. */
    String up(String... options) throws IOException, InterruptedException {
        return succeed(
                Stream.concat(Stream.of("up", "--detach"), Stream.of(options)).toArray(String[]::new));
    }

    /** Stops the suite; none of its processes may remain. */
    void down() throws IOException, InterruptedException {
        var processes = register().runningComponents().stream()
                .flatMap(component -> ProcessHandle.of(component.pid()).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        succeed("down");
        assertEquals(
                List.of(), processes.stream().filter(RecordedProcess::isRunning).toList());
        assertEquals(3, run("status").exit());
    }

    /** Runs a launcher command that must succeed, and returns its output. */
    String succeed(String... words) throws IOException, InterruptedException {
        var result = run(words);
        assertEquals(0, result.exit(), result.output());
        return result.output();
    }

    /** Runs a launcher command and waits for it. */
    Answer run(String... words) throws IOException, InterruptedException {
        return execute(new ProcessBuilder(
                Stream.concat(Stream.of("../../atlas"), Stream.of(words)).toList()));
    }

    /** Runs a bash script in a folder and waits for it. */
    Answer bash(Path folder, String script) throws IOException, InterruptedException {
        return execute(new ProcessBuilder("bash", "-c", script).directory(folder.toFile()));
    }

    private Answer execute(ProcessBuilder builder) throws IOException, InterruptedException {
        var output = Files.createTempFile("atlas", ".out");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var exit = process.waitFor();
        var text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Answer(exit, text);
    }

    /** Sends a process a signal, such as {@code STOP} to freeze it and {@code CONT} to resume it. */
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

    /** Returns the base URL of the gateway. */
    String address() {
        return address("ATLAS_PORT");
    }

    private String address(String port) {
        return "http://127.0.0.1:" + environment.get(port);
    }

    /** Returns the base URL of a service. */
    String address(Port port) {
        return "http://127.0.0.1:" + port(port);
    }

    int port(Port port) {
        return port.in(environment).number();
    }

    /** Returns a token that is valid for an hour. */
    String token(String role, String actor) {
        return new AccessToken(role, actor, Instant.now(), Duration.ofHours(1))
                .signedWith(new SigningKeys(dataDirectory().keys()).signingKey());
    }

    DataDirectory dataDirectory() {
        return new DataDirectory(home);
    }

    /** Starts a request to the gateway. */
    RequestSpecification request() {
        return given().baseUri(address());
    }

    /** Returns the environment of another gateway for the same services. */
    Map<String, String> gatewayEnvironment() {
        return Map.of(
                "ATLAS_UPSTREAMS_INSTITUTIONS_SERVICE_URL",
                address("ATLAS_INSTITUTIONS_PORT"),
                "ATLAS_UPSTREAMS_FUNCTIONS_SERVICE_URL",
                address("ATLAS_FUNCTIONS_PORT"),
                "ATLAS_UPSTREAMS_PROCESSES_SERVICE_URL",
                address("ATLAS_PROCESSES_PORT"),
                "ATLAS_UPSTREAMS_SUBSCRIPTIONS_SERVICE_URL",
                address("ATLAS_SUBSCRIPTIONS_PORT"),
                "ATLAS_LIMITS_ENABLED",
                "false");
    }

    /**
     * The result of a command.
     *
     * @param output standard output and standard error
     */
    record Answer(int exit, String output) {}
}
