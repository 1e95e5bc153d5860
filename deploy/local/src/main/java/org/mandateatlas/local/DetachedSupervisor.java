package org.mandateatlas.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A supervisor in a process of its own, which outlives the command that started it. */
final class DetachedSupervisor {

    /** The JVM flags of every supervisor: it mostly waits. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms8m", "-Xmx64m", "--enable-native-access=ALL-UNNAMED");

    private static final int STOP_SECONDS = 60;

    private final Process process;

    private DetachedSupervisor(Process process) {
        this.process = process;
    }

    /** Starts the command of the launcher in the background, away from the terminal where the system can do that. */
    static DetachedSupervisor start(String... command) throws IOException {
        var line = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "trap '' INT HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; else exec \"$@\"; fi",
                "sh",
                JvmComponent.java()));
        line.addAll(FLAGS);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        line.addAll(List.of(command));
        return new DetachedSupervisor(new ProcessBuilder(line)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .start());
    }

    /** Shows what the supervisor says until it lets go, and returns 0 when the suite is ready then. */
    int awaitReadiness(ProcessRegister register) throws IOException, InterruptedException {
        var interrupted = new Thread(this::stop, "stop-supervisor");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (var output = process.getInputStream()) {
            output.transferTo(System.out);
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        return isReady(register) ? 0 : process.waitFor();
    }

    /** Says whether it is this supervisor, and not one that ran before it, whose suite is ready. */
    private boolean isReady(ProcessRegister register) {
        return register.isReady()
                && register.supervisor()
                        .filter(supervisor -> supervisor.pid() == process.pid())
                        .isPresent();
    }

    /** Ends the supervisor while it is still listened to, which {@link Process#destroy} would end first. */
    private void stop() {
        process.toHandle().destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
