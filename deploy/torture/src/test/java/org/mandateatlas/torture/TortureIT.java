package org.mandateatlas.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.OperationOutcome;

/** A short run: nothing is lost while PostgreSQL is killed, Kafka is unreachable and a process is frozen. */
class TortureIT {

    private static final Path OUT = Path.of("target", "torture");

    @Test
    void everyGuaranteeHoldsWhileProcessesAndConnectionsFail() throws Exception {
        var output = new ByteArrayOutputStream();

        var exit = Torture.run(
                List.of("--seconds=20", "--seed=37", "--out=" + OUT),
                Path.of("..", ".."),
                new PrintStream(output, true, StandardCharsets.UTF_8));

        var report = output.toString(StandardCharsets.UTF_8);
        System.out.println(report);
        assertEquals(0, exit, report);
        var journals = Journals.read(OUT.resolve("journals"));
        assertTrue(journals.faults().stream().filter(fault -> fault.injected()).count() >= 2, report);
        assertTrue(
                journals.writes().stream()
                                .filter(write -> write.outcome() == OperationOutcome.OK)
                                .count()
                        > 50,
                report);
    }
}
