package org.mandateatlas.torture.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals are read as they were written. */
class JournalTest {

    @TempDir
    Path folder;

    @Test
    void everyEntryIsReadFromItsFile() {
        var write =
                new WriteEntry("one", 1, 5, 9, WriteKind.REPLACE, "mandate", "m", "w1", 3, OperationOutcome.OK, 200, 4);
        var read = new ReadEntry(
                "one",
                2,
                "http://a",
                10,
                12,
                "/v1/mandates/m",
                true,
                Map.of(),
                404,
                Map.of("mandate", 7L),
                "mandate/m",
                null,
                null);
        var event = new EventEntry("two", 1, 11, EventSource.FEED, "mandate", 7, "m", 4, "w1");
        var fault = new FaultEntry("two", 2, 3, 4, "kill", "gateway-2", true);
        try (var one = Journal.create(folder, "one");
                var two = Journal.create(folder, "two")) {
            one.append(line -> write);
            two.append(line -> event);
            one.append(line -> read);
            two.append(line -> fault);
        }

        assertEquals(
                new Journals(List.of(write), List.of(read), List.of(event), List.of(fault)), Journals.read(folder));
        assertEquals("two.ndjson:2", fault.place());
    }
}
