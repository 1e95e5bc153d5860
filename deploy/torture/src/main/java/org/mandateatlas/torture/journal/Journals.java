package org.mandateatlas.torture.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The journals of all clients of a run. The entries of one client are in the order of their lines.
 *
 * @param writes the writes
 * @param reads the reads
 * @param events the received events
 * @param faults the faults
 */
public record Journals(
        List<WriteEntry> writes, List<ReadEntry> reads, List<EventEntry> events, List<FaultEntry> faults) {

    /** Sorts entries by their kinds. */
    public static Journals of(List<? extends Entry> entries) {
        var journals = new Journals(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var entry : entries) {
            switch (entry) {
                case WriteEntry write -> journals.writes.add(write);
                case ReadEntry read -> journals.reads.add(read);
                case EventEntry event -> journals.events.add(event);
                case FaultEntry fault -> journals.faults.add(fault);
            }
        }
        return journals;
    }

    /** Reads all journals in a folder. */
    public static Journals read(Path folder) {
        var entries = new ArrayList<Entry>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(Journal.SUFFIX))
                    .sorted()
                    .toList()) {
                for (var line : Files.readAllLines(file)) {
                    entries.add(Journal.JSON.readValue(line, Entry.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(entries);
    }
}
