package org.mandateatlas.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lock file of a data directory, which a killed PostgreSQL server leaves behind.
 *
 * <p>The server replaces it if the recorded process does not exist, but not if that process is a zombie or its id belongs to
 * another program.
 */
record PostmasterLock(Path file) {

    private static final Path SHARED_MEMORY = Path.of("/proc/sysvipc/shm");

    /** Places of the fields in the lock file and in the table of shared memory. */
    private static final int MEMORY_LINE = 6;

    private static final int MEMORY_ID = 1;
    private static final int ATTACHED = 6;

    /** Returns whether the lock exists and the server that took it does not run. */
    boolean isLeftBehind() throws IOException {
        return Files.exists(file)
                && lines().stream().findFirst().filter(PostmasterLock::isServer).isEmpty();
    }

    /** Removes a lock that was left behind, unless a process of its server still uses the data. */
    void removeIfUnused() throws IOException {
        if (isLeftBehind() && !isMemoryAttached()) {
            Files.delete(file);
        }
    }

    private static boolean isServer(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString().equals("postgres"))
                .orElse(false);
    }

    /** Returns whether a process is attached to the server's shared memory; assumed if the system does not tell. */
    private boolean isMemoryAttached() throws IOException {
        var lines = lines();
        if (lines.size() <= MEMORY_LINE) {
            return false;
        }
        if (!Files.exists(SHARED_MEMORY)) {
            return true;
        }
        var memory = fields(lines.get(MEMORY_LINE)).get(MEMORY_ID);
        return Files.readAllLines(SHARED_MEMORY).stream()
                .map(PostmasterLock::fields)
                .anyMatch(segment -> segment.get(MEMORY_ID).equals(memory)
                        && !segment.get(ATTACHED).equals("0"));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    private static List<String> fields(String line) {
        return List.of(line.strip().split("\\s+"));
    }
}
