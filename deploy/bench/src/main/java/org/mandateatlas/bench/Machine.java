package org.mandateatlas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes the machine that a benchmark runs on. */
final class Machine {

    private static final double KIBIBYTES_PER_GIBIBYTE = 1024 * 1024;

    private Machine() {}

    static Map<String, @Nullable Object> describe() {
        return BenchJson.object(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "processor",
                first(Path.of("/proc/cpuinfo"), "model name"),
                "processors",
                Runtime.getRuntime().availableProcessors(),
                "memoryGibibytes",
                memory(),
                "java",
                System.getProperty("java.vendor") + " " + Runtime.version());
    }

    private static @Nullable Long memory() {
        var total = first(Path.of("/proc/meminfo"), "MemTotal");
        return total == null ? null : Math.round(Long.parseLong(total.replaceAll("\\D", "")) / KIBIBYTES_PER_GIBIBYTE);
    }

    /** Returns the value of the first line with the name, or null where the system has no such file. */
    private static @Nullable String first(Path file, String name) {
        if (!Files.exists(file)) {
            return null;
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
