package org.mandateatlas.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part on its way from waiting for others to being ready, and what became of it. */
final class SupervisedComponent {

    private static final long POLL_MILLIS = 50;

    private final Component part;
    private final Duration patience;
    private final ProcessRegister register;
    private final Console console;

    private @Nullable Thread starter;
    private volatile @Nullable RunningComponent running;
    private volatile @Nullable ComponentFailure failure;
    private volatile boolean ready;
    private volatile boolean stopping;

    SupervisedComponent(Component part, Duration patience, ProcessRegister register, Console console) {
        this.part = part;
        this.patience = patience;
        this.register = register;
        this.console = console;
    }

    String name() {
        return part.name();
    }

    boolean isReady() {
        return ready;
    }

    boolean isNeededBy(SupervisedComponent other) {
        return other.part.needs().contains(name());
    }

    /** Begins to start the part; it is launched as soon as those it needs are ready. */
    void start(Collection<SupervisedComponent> needs) {
        starter = Thread.ofVirtual().name("start-" + name()).start(() -> {
            try {
                startAfter(needs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ComponentFailure e) {
                failure = e;
            } catch (IOException | RuntimeException e) {
                failure = ComponentFailure.of(part, "did not start (" + e.getMessage() + ")");
            }
        });
    }

    /** Throws when the part has failed so far, or its process has ended. */
    void check() throws ComponentFailure, InterruptedException {
        var failed = failure;
        if (failed != null) {
            throw failed;
        }
        var launched = running;
        if (launched != null && !stopping && !RecordedProcess.isRunning(launched.process())) {
            var code =
                    launched.exitCode().map(exit -> " with exit code " + exit).orElse("");
            throw ComponentFailure.of(part, (ready ? "ended unexpectedly" : "ended while it started") + code);
        }
    }

    /** Stops the part however far it has come. */
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

    private void startAfter(Collection<SupervisedComponent> needs)
            throws IOException, InterruptedException, ComponentFailure {
        while (!needs.stream().allMatch(SupervisedComponent::isReady)) {
            if (stopping) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        if (stopping) {
            return;
        }
        part.log().rotate();
        var began = Instant.now();
        var launched = part.launch();
        running = launched;
        register.add(RecordedProcess.of(
                name(), launched.process(), part.ports().getFirst().number(), part.address()));
        awaitReadiness(launched, began);
    }

    private void awaitReadiness(RunningComponent launched, Instant began)
            throws InterruptedException, ComponentFailure {
        while (!part.isReady()) {
            if (stopping || !RecordedProcess.isRunning(launched.process())) {
                return;
            }
            if (Duration.between(began, Instant.now()).compareTo(patience) > 0) {
                throw ComponentFailure.of(part, "was not ready within " + patience.toSeconds() + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
        ready = true;
        if (!stopping) {
            console.line("  %-22s ready   %5.1f s   %s".formatted(name(), seconds(began), part.address()));
        }
    }

    private static double seconds(Instant began) {
        return Duration.between(began, Instant.now()).toMillis() / 1000.0;
    }
}
