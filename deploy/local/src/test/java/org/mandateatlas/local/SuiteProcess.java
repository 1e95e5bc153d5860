package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link StandInSuite} that a test starts, reads from, signals and waits for. */
final class SuiteProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final ProcessRegister register;
    private final BufferedReader reader;
    private final StringBuilder output = new StringBuilder();

    private SuiteProcess(Process process, ProcessRegister register) {
        this.process = process;
        this.register = register;
        this.reader = process.inputReader();
    }

    static SuiteProcess start(Path home, String data, String... components) throws IOException {
        return start(List.of(), home, data, components);
    }

    /** Starts the suite in its own process group that reacts to Ctrl-C, even if the tests run with SIGINT ignored. */
    static SuiteProcess startInGroup(Path home, String... components) throws IOException {
        return start(List.of("setsid", "env", "--default-signal=INT"), home, "kept", components);
    }

    private static SuiteProcess start(List<String> prefix, Path home, String data, String... components)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                JvmComponent.java(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StandInSuite.class.getName(),
                home.toString(),
                data));
        command.addAll(List.of(components));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new SuiteProcess(process, new ProcessRegister(home.resolve("run")));
    }

    ProcessRegister register() {
        return register;
    }

    /** Waits until the suite says it is ready. */
    SuiteProcess awaitReady() throws IOException {
        return awaitLine("Ready in .*");
    }

    /** Waits for a line of output that matches, apart from leading spaces. */
    SuiteProcess awaitLine(String pattern) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.append(line).append('\n');
            if (line.strip().matches(pattern)) {
                return this;
            }
        }
        throw new AssertionError("the suite ended without " + pattern + ":\n" + output);
    }

    /** Terminates the supervisor without closing its output, as {@link Process#destroy} would. */
    void terminate() {
        process.toHandle().destroy();
    }

    void killHard() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGINT to the whole process group, as Ctrl-C in a terminal does. */
    void pressCtrlC() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
    }

    /** Waits for the process and returns the exit code. */
    int awaitExit() throws IOException, InterruptedException {
        var end = process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        end.exceptionally(late -> process.destroyForcibly());
        reader.lines().forEach(line -> output.append(line).append('\n'));
        var code = process.waitFor();
        assertFalse(end.isCompletedExceptionally(), "the suite did not end:\n" + output);
        return code;
    }

    String output() {
        return output.toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        new StopSuite(register).run();
    }
}
