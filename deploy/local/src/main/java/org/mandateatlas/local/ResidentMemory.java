package org.mandateatlas.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory use of processes. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** Returns the memory of a process and its descendants in KiB; shared pages count once if the system reports them. */
    static long ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> of(process.pid()))
                .sum();
    }

    private static long of(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return fromPs(pid);
        }
    }

    private static long fromPs(long pid) {
        try {
            var process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return output.matches("\\d+") ? Long.parseLong(output) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
