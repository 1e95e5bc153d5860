package org.mandateatlas.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lifecycle of a component: waiting for its dependencies, starting, ready, started again after an exit, stopped or failed. */
final class SupervisedComponent {

    private static final long POLL_MILLIS = 50;

    private final Component component;
    private final Duration startTimeout;
    private final Restarts restarts;
    private final ProcessRegister register;
    private final Console console;

    private Collection<SupervisedComponent> dependencies = List.of();
    private @Nullable Thread starter;
    private volatile @Nullable RunningComponent running;
    private volatile @Nullable ComponentFailure failure;
    private volatile boolean ready;
    private volatile boolean stopping;

    SupervisedComponent(
            Component component, Duration startTimeout, int restarts, ProcessRegister register, Console console) {
        this.component = component;
        this.startTimeout = startTimeout;
        this.restarts = new Restarts(restarts);
        this.register = register;
        this.console = console;
    }

    String name() {
        return component.name();
    }

    boolean isReady() {
        return ready;
    }

    boolean isDependencyOf(SupervisedComponent other) {
        return other.component.dependencies().contains(name());
    }

    /** Starts the component as soon as its dependencies are ready. */
    void start(Collection<SupervisedComponent> components) throws IOException {
        dependencies = components;
        component.log().rotate();
        launch(Duration.ZERO);
    }

    /** Starts the component again if its process has exited; fails if it may not be, or if it cannot be started. */
    void check() throws ComponentFailure, InterruptedException {
        var failed = failure;
        if (failed != null) {
            throw failed;
        }
        var launched = running;
        if (launched == null || stopping || RecordedProcess.isRunning(launched.process())) {
            return;
        }
        var code = launched.exitCode().map(exit -> " with exit code " + exit).orElse("");
        if (!ready && restarts.count() == 0) {
            throw ComponentFailure.of(component, "exited during startup" + code);
        }
        if (!restarts.isAllowed(Instant.now())) {
            throw ComponentFailure.of(component, "exited unexpectedly" + code + restarts.text());
        }
        console.line("  %-22s exited unexpectedly%s; starting it again".formatted(name(), code));
        running = null;
        ready = false;
        launch(restarts.next(Instant.now()));
    }

    private void launch(Duration pause) {
        starter = Thread.ofVirtual().name("start-" + name()).start(() -> {
            try {
                Thread.sleep(pause);
                startAfterDependencies();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ComponentFailure e) {
                failure = e;
            } catch (IOException | RuntimeException e) {
                failure = ComponentFailure.of(component, "did not start (" + e.getMessage() + ")");
            }
        });
    }

    /** Stops the component in any state. */
    void stop() throws InterruptedException {
        stopping = true;
        if (starter != null) {
            starter.join();
        }
        var launched = Optional.ofNullable(running);
        if (launched.isPresent()) {
            var began = Instant.now();
            launched.get().stop();
            console.line("  %-22s stopped %5.1f s".formatted(name(), seconds(began)));
        }
    }

    private void startAfterDependencies() throws IOException, InterruptedException, ComponentFailure {
        while (!dependencies.stream().allMatch(SupervisedComponent::isReady)) {
            if (stopping) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        if (stopping) {
            return;
        }
        var began = Instant.now();
        var launched = component.launch();
        running = launched;
        register.add(RecordedProcess.of(
                name(), launched.process(), component.ports().getFirst().number(), component.address()));
        awaitReadiness(launched, began);
    }

    private void awaitReadiness(RunningComponent launched, Instant began)
            throws InterruptedException, ComponentFailure {
        while (!component.isReady()) {
            if (stopping || !RecordedProcess.isRunning(launched.process())) {
                return;
            }
            if (Duration.between(began, Instant.now()).compareTo(startTimeout) > 0) {
                throw ComponentFailure.of(component, "was not ready within " + startTimeout.toSeconds() + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
        ready = true;
        if (!stopping) {
            console.line("  %-22s ready   %5.1f s   %s".formatted(name(), seconds(began), component.address()));
        }
    }

    private static double seconds(Instant began) {
        return Duration.between(began, Instant.now()).toMillis() / 1000.0;
    }
}
