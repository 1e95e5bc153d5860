package org.mandateatlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that a suite started, as recorded on disk.
 *
 * @param startedAt distinguishes the process from a later one with the same id
 * @param port the port it listens on, or 0
 */
public record RecordedProcess(String name, long pid, Instant startedAt, int port, String address) {

    /** The reported start time of a process shifts slightly when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final long POLL_MILLIS = 50;

    static RecordedProcess of(String name, ProcessHandle process, int port, String address) {
        return new RecordedProcess(
                name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), port, address);
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    /** Terminates the process, forcibly after the timeout. */
    void stop(Duration timeout) {
        handle().ifPresent(ProcessHandle::destroy);
        if (!awaitEnd(timeout)) {
            handle().ifPresent(ProcessHandle::destroyForcibly);
            awaitEnd(Duration.ofSeconds(5));
        }
    }

    private boolean awaitEnd(Duration timeout) {
        var deadline = Instant.now().plus(timeout);
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

    /** Returns whether a process is running; a zombie is not. */
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
