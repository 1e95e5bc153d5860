package org.mandateatlas.local;

import java.time.Duration;

/** Stops a suite from outside, whatever is left of it. */
final class StopSuite {

    private static final Duration SUPERVISOR_PATIENCE = Duration.ofSeconds(90);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);

    private final ProcessRegister register;

    StopSuite(ProcessRegister register) {
        this.register = register;
    }

    /** Stops it and returns what there is to tell. */
    String run() {
        var supervisor = register.supervisor();
        var orphans = register.runningParts();
        if (supervisor.isEmpty() && orphans.isEmpty()) {
            register.clear();
            return "Nothing runs.";
        }
        supervisor.ifPresent(process -> process.stop(SUPERVISOR_PATIENCE));
        for (var orphan : register.runningParts()) {
            orphan.stop(ORPHAN_PATIENCE);
        }
        var left = register.runningParts();
        if (!left.isEmpty()) {
            throw new LauncherFailure("These could not be stopped: "
                    + left.stream()
                            .map(part -> part.name() + " (process " + part.pid() + ")")
                            .toList());
        }
        register.clear();
        return "Stopped.";
    }
}
