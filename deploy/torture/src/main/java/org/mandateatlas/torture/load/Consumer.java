package org.mandateatlas.torture.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mandateatlas.torture.journal.EventEntry;
import org.mandateatlas.torture.journal.EventSource;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.RunClock;

/** Journals the events that a client receives, and knows how far it is. */
public final class Consumer {

    private final Journal journal;
    private final RunClock clock;
    private final EventSource source;
    private final Map<String, Long> reached = new ConcurrentHashMap<>();

    /** Creates a consumer. */
    public Consumer(Journal journal, RunClock clock, EventSource source) {
        this.journal = journal;
        this.clock = clock;
        this.source = source;
    }

    /** Returns the name of its journal. */
    public String name() {
        return journal.client();
    }

    /** Journals an event in the JSON format of CloudEvents. */
    void receive(JsonNode event) {
        var id = event.path("id").asText();
        receive(
                id.substring(0, id.lastIndexOf('-')),
                Long.parseLong(event.path("sequence").asText()),
                event.path("subject").asText(),
                event.path("data"));
    }

    /** Journals an event. */
    void receive(String stream, long sequence, String id, JsonNode data) {
        var at = clock.micros();
        journal.append(line -> new EventEntry(
                journal.client(),
                line,
                at,
                source,
                stream,
                sequence,
                id,
                data.path("version").asInt(),
                data.path("note").asText()));
        reached.merge(stream, sequence, Math::max);
    }

    /** Returns whether it has received the given sequence of every stream. */
    public boolean hasReached(Map<String, Long> heads) {
        return heads.entrySet().stream().allMatch(head -> reached.getOrDefault(head.getKey(), 0L) >= head.getValue());
    }

    /** Returns the highest sequence of each stream that it has received. */
    public Map<String, Long> reached() {
        return Map.copyOf(reached);
    }
}
