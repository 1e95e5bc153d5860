package org.mandateatlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that reuses a recorded id is not ours. */
class RecordedProcessTest {

    @TempDir
    Path folder;

    @Test
    void aLaterProcessWithTheSameIdIsLeftAlone() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        try {
            var mine = RecordedProcess.of("supervisor", process.toHandle(), 0, "");
            var stale = new RecordedProcess(
                    "supervisor", mine.pid(), mine.startedAt().minusSeconds(3600), 0, "");
            var register = new ProcessRegister(folder);
            register.add(stale);

            assertTrue(mine.isAlive());
            assertEquals("Nothing is running.", new StopSuite(register).run());
            assertTrue(process.isAlive());
            assertEquals(List.of(), register.all());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIgnoresTerminationIsKilled() throws Exception {
        var process = new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo; while :; do sleep 1; done").start();
        process.inputReader().readLine();
        var recorded = RecordedProcess.of("stubborn", process.toHandle(), 0, "");

        recorded.stop(Duration.ofMillis(200));

        assertFalse(recorded.isAlive());
    }

    @Test
    void aDamagedRegisterContainsNoProcess() throws Exception {
        Files.writeString(folder.resolve("processes"), "supervisor\t1\nnonsense\n\n");

        assertEquals(List.of(), new ProcessRegister(folder).all());
    }
}
