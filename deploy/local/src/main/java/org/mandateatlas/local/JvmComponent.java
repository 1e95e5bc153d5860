package org.mandateatlas.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A component that is a Java program in its own process.
 *
 * @param arguments the command line after {@code java}
 * @param environment environment variables, evaluated at startup
 */
record JvmComponent(
        String name,
        List<BoundPort> ports,
        String address,
        List<String> dependencies,
        LogFile log,
        List<String> arguments,
        Supplier<Map<String, String>> environment,
        Probe probe)
        implements Component {

    /**
     * Ignores SIGINT and SIGHUP: Ctrl-C in a terminal reaches every process of the group, but the supervisor stops the
     * components in order. Ignored signals stay ignored across {@code exec}, and the process id does not change.
     */
    static final List<String> IGNORING_SIGNALS = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    /** By default, glibc keeps eight arenas per core, and each keeps memory that was freed. */
    private static final String NATIVE_ARENAS = "MALLOC_ARENA_MAX";

    private static final String FEW_ARENAS = "2";

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    /** A JVM that has recorded a training run writes it before it ends. */
    private static final Duration RECORDING_TIMEOUT = Duration.ofMinutes(5);

    private static final int REAP_SECONDS = 2;

    @Override
    public RunningComponent launch() throws IOException {
        var command = new ArrayList<>(IGNORING_SIGNALS);
        command.add(java());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.path().toFile()));
        builder.environment().putIfAbsent(NATIVE_ARENAS, FEW_ARENAS);
        builder.environment().putAll(environment.get());
        return new RunningJvm(builder.start(), AotCaches.records(arguments) ? RECORDING_TIMEOUT : STOP_TIMEOUT);
    }

    @Override
    public boolean isReady() {
        return probe.isReady(ports.getFirst().number());
    }

    /** Returns the Java launcher of the running JDK. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private record RunningJvm(Process child, Duration stopTimeout) implements RunningComponent {

        @Override
        public ProcessHandle process() {
            return child.toHandle();
        }

        /** Waits briefly, because a process that has exited is a zombie until the JVM has reaped it. */
        @Override
        public Optional<Integer> exitCode() throws InterruptedException {
            return child.waitFor(REAP_SECONDS, TimeUnit.SECONDS) ? Optional.of(child.exitValue()) : Optional.empty();
        }

        @Override
        public void stop() {
            child.destroy();
            try {
                if (!child.waitFor(stopTimeout.toSeconds(), TimeUnit.SECONDS)) {
                    child.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                child.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
