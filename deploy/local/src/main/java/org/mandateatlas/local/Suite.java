package org.mandateatlas.local;

import java.time.Duration;
import java.util.List;

/** All parts together: started side by side as far as their needs allow, watched, and stopped last to first. */
final class Suite {

    private static final long POLL_MILLIS = 50;
    private static final long WATCH_MILLIS = 250;

    private final List<Component> parts;
    private final List<SupervisedComponent> supervised;
    private final Console console;
    private boolean stopped;

    Suite(List<Component> parts, Duration patience, ProcessRegister register, Console console) {
        this.parts = List.copyOf(parts);
        this.supervised = parts.stream()
                .map(part -> new SupervisedComponent(part, patience, register, console))
                .toList();
        this.console = console;
    }

    /** Throws when another program has a port that a part is to listen on. */
    void checkPorts() {
        for (var part : parts) {
            for (var port : part.ports()) {
                if (port.isBusy()) {
                    throw new LauncherFailure(
                            "%s cannot start: another program has port %d. End that program, or choose"
                                            .formatted(part.name(), port.number())
                                    + " another port with " + port.variable() + ".");
                }
            }
        }
    }

    /** Starts all parts and returns when every one is ready. */
    void start() throws ComponentFailure, InterruptedException {
        for (var part : supervised) {
            part.start(
                    supervised.stream().filter(other -> other.isNeededBy(part)).toList());
        }
        while (!supervised.stream().allMatch(SupervisedComponent::isReady)) {
            check();
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Returns only by throwing, when a part has ended that should not have. */
    void watch() throws ComponentFailure, InterruptedException {
        while (true) {
            check();
            Thread.sleep(WATCH_MILLIS);
        }
    }

    /** Stops what runs; a second call waits for the first and then has nothing to do. */
    synchronized void stop() throws InterruptedException {
        if (stopped) {
            return;
        }
        stopped = true;
        console.line("Stopping");
        for (var part : supervised.reversed()) {
            part.stop();
        }
    }

    private void check() throws ComponentFailure, InterruptedException {
        for (var part : supervised) {
            part.check();
        }
    }
}
