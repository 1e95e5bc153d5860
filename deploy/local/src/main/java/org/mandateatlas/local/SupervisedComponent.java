package org.mandateatlas.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lifecycle of a component: waiting for its dependencies, starting, ready, stopped or failed. */
final class SupervisedComponent {

    private static final long POLL_MILLIS = 50;

    private final Component component;
    private final Duration startTimeout;
    private final ProcessRegister register;
    private final Console console;

    private @Nullable Thread starter;
    private volatile @Nullable RunningComponent running;
    private volatile @Nullable ComponentFailure failure;
    private volatile boolean ready;
    private volatile boolean stopping;

    SupervisedComponent(Component component, Duration startTimeout, ProcessRegister register, Console console) {
        this.component = component;
        this.startTimeout = startTimeout;
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
    void start(Collection<SupervisedComponent> dependencies) {
        starter = Thread.ofVirtual().name("start-" + name()).start(() -> {
            try {
                startAfter(dependencies);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ComponentFailure e) {
                failure = e;
            } catch (IOException | RuntimeException e) {
                failure = ComponentFailure.of(component, "did not start (" + e.getMessage() + ")");
            }
        });
    }

    /** Fails if the component has failed or its process has exited. */
    void check() throws ComponentFailure, InterruptedException {
        var failed = failure;
        if (failed != null) {
            throw failed;
        }
        var launched = running;
        if (launched != null && !stopping && !RecordedProcess.isRunning(launched.process())) {
            var code =
                    launched.exitCode().map(exit -> " with exit code " + exit).orElse("");
            throw ComponentFailure.of(component, (ready ? "exited unexpectedly" : "exited during startup") + code);
        }
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

    private void startAfter(Collection<SupervisedComponent> dependencies)
            throws IOException, InterruptedException, ComponentFailure {
        while (!dependencies.stream().allMatch(SupervisedComponent::isReady)) {
            if (stopping) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        if (stopping) {
            return;
        }
        component.log().rotate();
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
