package org.mandateatlas.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs one suite in one data folder from start to end. */
final class Supervisor {

    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);

    private final DataDirectory home;
    private final List<Component> parts;
    private final Duration patience;
    private final Console console;
    private final ProcessRegister register;

    Supervisor(DataDirectory home, List<Component> parts, Duration patience, Console console) {
        this.home = home;
        this.parts = parts;
        this.patience = patience;
        this.console = console;
        this.register = new ProcessRegister(home.run());
    }

    /**
     * Starts the suite and stays with it until it is told to end.
     *
     * @param fresh whether to begin without the data of earlier runs
     * @param whenReady what to do once all parts are ready
     * @throws LauncherFailure when the suite cannot start or go on; nothing runs then
     */
    void run(boolean fresh, Runnable whenReady) throws InterruptedException {
        try (var channel = FileChannel.open(
                        home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new LauncherFailure("Mandate Atlas already runs from " + home.folder()
                        + register.supervisor()
                                .map(process -> " (process " + process.pid() + ")")
                                .orElse("") + "; ./atlas status shows it, ./atlas down stops it.");
            }
            runAlone(fresh, whenReady);
        } catch (IOException e) {
            throw new LauncherFailure("The data folder " + home.folder() + " cannot be used (" + e + ").", e);
        }
    }

    private void runAlone(boolean fresh, Runnable whenReady) throws IOException, InterruptedException {
        home.log(ProcessRegister.SUPERVISOR).rotate();
        console.line("Mandate Atlas starts, with its data in " + home.folder());
        try {
            stopOrphans();
            if (fresh) {
                home.removeData();
            }
            supervise(whenReady);
        } catch (LauncherFailure e) {
            console.note(e.getMessage());
            throw e;
        }
    }

    /** Stops what a supervisor left that was itself killed. */
    private void stopOrphans() {
        for (var orphan : register.runningParts()) {
            console.line("Stopping " + orphan.name() + " (process " + orphan.pid() + "), left by an earlier run");
            orphan.stop(ORPHAN_PATIENCE);
            if (orphan.isAlive()) {
                throw new LauncherFailure("An earlier run left " + orphan.name()
                        + " behind, and it cannot be stopped; end " + "process " + orphan.pid() + " and try again.");
            }
        }
        register.clear();
    }

    private void supervise(Runnable whenReady) throws InterruptedException {
        var suite = new Suite(parts, patience, register, console);
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
