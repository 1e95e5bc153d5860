package org.mandateatlas.local;

import java.util.List;

/** What {@code status} shows of each part. */
final class StatusTable {

    private static final String ROW = "%-22s %-9s %8s %6s %9s  %s%n";

    private final List<Component> parts;
    private final ProcessRegister register;

    StatusTable(List<Component> parts, ProcessRegister register) {
        this.parts = parts;
        this.register = register;
    }

    boolean allUp() {
        return register.isReady()
                && parts.stream().allMatch(part -> register.running(part.name()).isPresent());
    }

    String text() {
        var text = new StringBuilder(ROW.formatted("PART", "STATE", "PID", "PORT", "MEMORY", "ADDRESS"));
        var kibibytes = 0L;
        for (var part : parts) {
            var running = register.running(part.name());
            if (running.isEmpty()) {
                text.append(ROW.formatted(
                        part.name(), "down", "-", part.ports().getFirst().number(), "-", part.address()));
                continue;
            }
            var process = running.get();
            var memory = ResidentMemory.ofTree(process.pid());
            kibibytes += memory;
            text.append(ROW.formatted(
                    part.name(),
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
