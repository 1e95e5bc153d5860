package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that a suite started, as remembered on disk.
 *
 * @param startedAt tells the process from a later one with the same id
 * @param port the port it listens on, 0 where it has none
 */
record RecordedProcess(String name, long pid, Instant startedAt, int port, String address) {

    /** The system's idea of when a process began moves a little when its clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final long POLL_MILLIS = 50;

    static RecordedProcess of(String name, ProcessHandle process, int port, String address) {
        return new RecordedProcess(
                name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), port, address);
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    /** Asks the process to end, and makes it end when the patience is over. */
    void stop(Duration patience) {
        handle().ifPresent(ProcessHandle::destroy);
        if (!awaitEnd(patience)) {
            handle().ifPresent(ProcessHandle::destroyForcibly);
            awaitEnd(Duration.ofSeconds(5));
        }
    }

    private boolean awaitEnd(Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (isAlive()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(RecordedProcess::isRunning).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** Says whether a process runs; one that ended but that nobody has reaped yet does not. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return false;
        }
    }
}
