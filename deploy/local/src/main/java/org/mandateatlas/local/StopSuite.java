package org.mandateatlas.local;

import java.time.Duration;

/** Stops a suite from another process, including components whose supervisor was killed. */
final class StopSuite {

    private static final Duration SUPERVISOR_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration ORPHAN_TIMEOUT = Duration.ofSeconds(15);

    private final ProcessRegister register;

    StopSuite(ProcessRegister register) {
        this.register = register;
    }

    /** Stops the suite and returns a message for the user. */
    String run() {
        var supervisor = register.supervisor();
        var orphans = register.runningComponents();
        if (supervisor.isEmpty() && orphans.isEmpty()) {
            register.clear();
            return "Nothing is running.";
        }
        supervisor.ifPresent(process -> process.stop(SUPERVISOR_TIMEOUT));
        for (var orphan : register.runningComponents()) {
            orphan.stop(ORPHAN_TIMEOUT);
        }
        var left = register.runningComponents();
        if (!left.isEmpty()) {
            throw new LauncherFailure("Could not be stopped: "
                    + left.stream()
                            .map(component -> component.name() + " (process " + component.pid() + ")")
                            .toList());
        }
        register.clear();
        return "Stopped.";
    }
}
