package org.mandateatlas.local;

import java.util.List;

/** The output of {@code status}. */
final class StatusTable {

    private static final String ROW = "%-22s %-9s %8s %6s %9s  %s%n";

    private final List<Component> components;
    private final ProcessRegister register;

    StatusTable(List<Component> components, ProcessRegister register) {
        this.components = components;
        this.register = register;
    }

    boolean allUp() {
        return register.isReady()
                && components.stream()
                        .allMatch(
                                component -> register.running(component.name()).isPresent());
    }

    String text() {
        var text = new StringBuilder(ROW.formatted("COMPONENT", "STATE", "PID", "PORT", "MEMORY", "ADDRESS"));
        var kibibytes = 0L;
        for (var component : components) {
            var running = register.running(component.name());
            if (running.isEmpty()) {
                text.append(ROW.formatted(
                        component.name(),
                        "down",
                        "-",
                        component.ports().getFirst().number(),
                        "-",
                        component.address()));
                continue;
            }
            var process = running.get();
            var memory = ResidentMemory.ofTree(process.pid());
            kibibytes += memory;
            text.append(ROW.formatted(
                    component.name(),
                    register.isReady() ? "up" : "starting",
                    process.pid(),
                    process.port(),
                    mebibytes(memory),
                    process.address()));
        }
        return text.append(ROW.formatted("all", "", "", "", mebibytes(kibibytes), ""))
                .toString();
    }

    private static String mebibytes(long kibibytes) {
        return kibibytes / 1024 + " MiB";
    }
}
