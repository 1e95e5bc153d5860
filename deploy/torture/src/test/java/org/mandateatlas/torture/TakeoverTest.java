package org.mandateatlas.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.torture.journal.EventEntry;
import org.mandateatlas.torture.journal.EventSource;
import org.mandateatlas.torture.journal.FaultEntry;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.WriteEntry;
import org.mandateatlas.torture.journal.WriteKind;

/** A takeover is the time from a fault to the first event of a write that began after it. */
class TakeoverTest {

    @Test
    void eventsOfEarlierWritesAreNoTakeover() {
        var journals = Journals.of(List.of(
                new FaultEntry("faults", 1, 1_000_000, 1_000_000, "kill", "institutions-service-2", true),
                write(1, 900_000, "w1"),
                write(2, 1_500_000, "w2"),
                event(1, 1_200_000, "w1"),
                event(2, 4_250_000, "w2")));

        assertEquals(
                List.of(new Takeover("publication", "kill", List.of(3_250L), List.of(3_250L))), Takeover.of(journals));
        assertEquals(2_740, Takeover.longestDelay(journals, EventSource.KAFKA));
    }

    @Test
    void anotherFaultOfTheDatabaseDisturbsATakeover() {
        var journals = Journals.of(List.of(
                new FaultEntry("faults", 1, 1_000_000, 1_000_000, "kill", "institutions-service-2", true),
                new FaultEntry("faults", 2, 2_000_000, 2_000_000, "cut", "postgres", true),
                write(1, 1_500_000, "w2"),
                event(1, 4_250_000, "w2")));

        assertEquals(List.of(new Takeover("publication", "kill", List.of(3_250L), List.of())), Takeover.of(journals));
    }

    @Test
    void skippedFaultsHaveNone() {
        var journals = Journals.of(List.of(
                new FaultEntry("faults", 1, 1_000_000, 1_000_000, "kill", "institutions-service", false),
                write(1, 1_500_000, "w2"),
                event(1, 4_250_000, "w2")));

        assertEquals(List.of(), Takeover.of(journals));
    }

    private static WriteEntry write(int line, long invoked, String token) {
        return new WriteEntry(
                "writer",
                line,
                invoked,
                invoked + 10_000,
                WriteKind.CREATE,
                "mandate",
                token,
                token,
                0,
                OperationOutcome.OK,
                201,
                1);
    }

    private static EventEntry event(int line, long at, String token) {
        return new EventEntry("kafka", line, at, EventSource.KAFKA, "mandate", line, token, 1, token);
    }
}
