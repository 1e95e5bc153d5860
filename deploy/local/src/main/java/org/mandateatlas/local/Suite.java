package org.mandateatlas.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All components: started in parallel as their dependencies allow, supervised, and stopped in reverse order, replicas together. */
final class Suite {

    private static final long POLL_MILLIS = 50;
    private static final long WATCH_MILLIS = 250;

    private final List<Component> components;
    private final List<SupervisedComponent> supervised;
    private final Console console;
    private boolean stopped;

    Suite(List<Component> components, Duration startTimeout, int restarts, ProcessRegister register, Console console) {
        this.components = List.copyOf(components);
        this.supervised = components.stream()
                .map(component -> new SupervisedComponent(component, startTimeout, restarts, register, console))
                .toList();
        this.console = console;
    }

    /** Fails if another program uses a port of a component. */
    void checkPorts() {
        for (var component : components) {
            for (var port : component.ports()) {
                if (port.isBusy()) {
                    throw new LauncherFailure(
                            "%s cannot start: port %d is in use. Stop the program that uses it, or choose"
                                            .formatted(component.name(), port.number())
                                    + " another port with " + port.variable() + ".");
                }
            }
        }
    }

    /** Starts all components and returns when all are ready. */
    void start() throws ComponentFailure, IOException, InterruptedException {
        for (var component : supervised) {
            component.start(supervised.stream()
                    .filter(other -> other.isDependencyOf(component))
                    .toList());
        }
        while (!supervised.stream().allMatch(SupervisedComponent::isReady)) {
            check();
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Watches the components; returns only by throwing, when one has exited too often. */
    void watch() throws ComponentFailure, InterruptedException {
        while (true) {
            check();
            Thread.sleep(WATCH_MILLIS);
        }
    }

    /** Stops all components; a second call waits for the first. */
    synchronized void stop() throws InterruptedException {
        if (stopped) {
            return;
        }
        stopped = true;
        console.line("Stopping");
        var replicas = new ArrayList<SupervisedComponent>();
        for (var component : supervised.reversed()) {
            if (!replicas.isEmpty() && !replicas.getFirst().name().startsWith(component.name())) {
                stopTogether(replicas);
                replicas.clear();
            }
            replicas.add(component);
        }
        stopTogether(replicas);
    }

    private static void stopTogether(List<SupervisedComponent> replicas) throws InterruptedException {
        var stops = replicas.stream()
                .map(replica -> Thread.ofVirtual().start(() -> {
                    try {
                        replica.stop();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        for (var stop : stops) {
            stop.join();
        }
    }

    private void check() throws ComponentFailure, InterruptedException {
        for (var component : supervised) {
            component.check();
        }
    }
}
