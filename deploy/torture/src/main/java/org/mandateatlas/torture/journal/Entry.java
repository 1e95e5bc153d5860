package org.mandateatlas.torture.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** An entry of the journal of a client. Times are microseconds since the start of the run, of the monotonic clock of one process. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WriteEntry.class, name = "write"),
    @JsonSubTypes.Type(value = ReadEntry.class, name = "read"),
    @JsonSubTypes.Type(value = EventEntry.class, name = "event"),
    @JsonSubTypes.Type(value = FaultEntry.class, name = "fault")
})
public sealed interface Entry permits WriteEntry, ReadEntry, EventEntry, FaultEntry {

    /** Returns the name of the client, which is that of its journal. */
    String client();

    /** Returns the line in the journal, from 1. */
    int line();

    /** Returns where the entry is, for a report. */
    default String place() {
        return client() + Journal.SUFFIX + ":" + line();
    }
}
