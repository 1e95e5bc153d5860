package org.mandateatlas.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A supervisor in its own process, which outlives the command that started it. */
final class DetachedSupervisor {

    /** The JVM options of a supervisor, which is mostly idle. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms8m", "-Xmx64m", "--enable-native-access=ALL-UNNAMED");

    private static final int STOP_SECONDS = 60;

    private final Process process;

    private DetachedSupervisor(Process process) {
        this.process = process;
    }

    /** Starts a launcher command in the background, in its own session if the system supports that. */
    static DetachedSupervisor start(AotCaches caches, String... command) throws IOException {
        var line = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "trap '' INT HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; else exec \"$@\"; fi",
                "sh",
                JvmComponent.java()));
        line.addAll(caches.options(AotCaches.LAUNCHER));
        line.addAll(FLAGS);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        line.addAll(List.of(command));
        return new DetachedSupervisor(new ProcessBuilder(line)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .start());
    }

    /** Prints the supervisor's output until it detaches, and returns 0 if the suite is ready. */
    int awaitReadiness(ProcessRegister register) throws IOException, InterruptedException {
        var interrupted = new Thread(this::stop, "stop-supervisor");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (var output = process.getInputStream()) {
            output.transferTo(System.out);
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        return isReady(register) ? 0 : process.waitFor();
    }

    /** Returns whether the suite of this supervisor, not of an earlier one, is ready. */
    private boolean isReady(ProcessRegister register) {
        return register.isReady()
                && register.supervisor()
                        .filter(supervisor -> supervisor.pid() == process.pid())
                        .isPresent();
    }

    /** Terminates the supervisor without closing its output, as {@link Process#destroy} would. */
    private void stop() {
        process.toHandle().destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
