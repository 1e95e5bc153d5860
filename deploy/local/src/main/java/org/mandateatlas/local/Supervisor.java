package org.mandateatlas.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts, watches and stops one suite in one data directory. */
final class Supervisor {

    private static final Duration ORPHAN_TIMEOUT = Duration.ofSeconds(15);

    private final DataDirectory dataDirectory;
    private final @Nullable PreparedData prepared;
    private final List<Component> components;
    private final Duration startTimeout;
    private final int restarts;
    private final Console console;
    private final ProcessRegister register;

    /**
     * Creates a supervisor.
     *
     * @param prepared what a directory without data begins with; null for nothing
     */
    Supervisor(
            DataDirectory dataDirectory,
            @Nullable PreparedData prepared,
            List<Component> components,
            Duration startTimeout,
            int restarts,
            Console console) {
        this.dataDirectory = dataDirectory;
        this.prepared = prepared;
        this.components = components;
        this.startTimeout = startTimeout;
        this.restarts = restarts;
        this.console = console;
        this.register = new ProcessRegister(dataDirectory.run());
    }

    /**
     * Starts the suite and watches it until it is stopped.
     *
     * @param fresh whether to remove the data of earlier runs
     * @param whenReady called when all components are ready
     * @throws LauncherFailure if the suite cannot start or a component exits too often; nothing is running then
     */
    void run(boolean fresh, Runnable whenReady) throws InterruptedException {
        try (var channel = FileChannel.open(
                        dataDirectory.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new LauncherFailure("Mandate Atlas is already running from " + dataDirectory.folder()
                        + register.supervisor()
                                .map(process -> " (process " + process.pid() + ")")
                                .orElse("") + "; ./atlas status shows it, ./atlas down stops it.");
            }
            runAlone(fresh, whenReady);
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The data directory " + dataDirectory.folder() + " cannot be used (" + e + ").", e);
        }
    }

    private void runAlone(boolean fresh, Runnable whenReady) throws IOException, InterruptedException {
        dataDirectory.log(ProcessRegister.SUPERVISOR).rotate();
        console.line("Starting Mandate Atlas with data in " + dataDirectory.folder());
        try {
            stopOrphans();
            if (fresh) {
                dataDirectory.removeData();
            }
            if (prepared != null) {
                prepared.copyTo(dataDirectory);
            }
            supervise(whenReady);
        } catch (LauncherFailure e) {
            console.note(e.getMessage());
            throw e;
        }
    }

    /** Stops components left behind by a supervisor that was killed. */
    private void stopOrphans() {
        for (var orphan : register.runningComponents()) {
            console.line(
                    "Stopping " + orphan.name() + " (process " + orphan.pid() + "), left behind by an earlier run");
            orphan.stop(ORPHAN_TIMEOUT);
            if (orphan.isAlive()) {
                throw new LauncherFailure("An earlier run left " + orphan.name()
                        + " running, and it cannot be stopped; end process " + orphan.pid() + " and try again.");
            }
        }
        register.clear();
    }

    private void supervise(Runnable whenReady) throws IOException, InterruptedException {
        var suite = new Suite(components, startTimeout, restarts, register, console);
        suite.checkPorts();
        var began = Instant.now();
        register.add(RecordedProcess.of(ProcessRegister.SUPERVISOR, ProcessHandle.current(), 0, ""));
        var ending = new Thread(() -> end(suite), "end");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            suite.start();
            register.markReady();
            console.line("Ready in %.1f s"
                    .formatted(Duration.between(began, Instant.now()).toMillis() / 1000.0));
            whenReady.run();
            suite.watch();
        } catch (ComponentFailure e) {
            end(suite);
            throw new LauncherFailure(e.getMessage(), e);
        }
    }

    private void end(Suite suite) {
        try {
            suite.stop();
            register.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
