package org.mandateatlas.torture.check;

import static org.mandateatlas.torture.check.Rule.EVENTS_ARE_IN_ORDER;
import static org.mandateatlas.torture.check.Rule.EVENTS_MATCH_THE_LOG;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.torture.journal.EventEntry;
import org.mandateatlas.torture.journal.EventSource;
import org.mandateatlas.torture.journal.Journals;
import org.mandateatlas.torture.journal.WriteEntry;

/**
 * Every consumer received every revision and nothing else: those of Kafka in sequence and possibly again, those of the feed in
 * sequence and once, those of webhooks in sequence per document and possibly again.
 */
final class EventCheck {

    private final History history;
    private final Map<String, List<EventEntry>> consumers = new TreeMap<>();
    private final Map<String, WriteEntry> writes = new HashMap<>();
    private final List<RuleViolation> violations = new ArrayList<>();

    EventCheck(Journals journals, History history, FinalState state) {
        this.history = history;
        state.consumers().forEach(consumer -> consumers.put(consumer, new ArrayList<>()));
        for (var event : journals.events()) {
            consumers
                    .computeIfAbsent(event.client(), unknown -> new ArrayList<>())
                    .add(event);
        }
        journals.writes().forEach(write -> writes.put(write.document() + " " + write.token(), write));
    }

    List<RuleViolation> violations() {
        consumers.forEach((consumer, events) -> {
            events.forEach(this::checkContent);
            checkOrder(events);
            checkCompleteness(consumer, events);
        });
        return violations;
    }

    private void checkContent(EventEntry event) {
        var revision = history.revision(event.stream(), event.sequence());
        if (revision == null) {
            violations.add(RuleViolation.of(EVENTS_MATCH_THE_LOG, "the event is not in the log", event));
        } else if (!revision.id().equals(event.id())
                || revision.version() != event.version()
                || !revision.token().equals(event.token())) {
            violations.add(RuleViolation.of(EVENTS_MATCH_THE_LOG, "the event differs from " + revision, event));
        }
        var write = writes.get(event.document() + " " + event.token());
        if (write != null && write.invoked() > event.at()) {
            violations.add(
                    RuleViolation.of(EVENTS_MATCH_THE_LOG, "the event arrived before the write began", event, write));
        }
    }

    private void checkOrder(List<EventEntry> events) {
        var last = new HashMap<String, EventEntry>();
        var received = new HashSet<String>();
        for (var event : events) {
            var key = event.source() == EventSource.WEBHOOK ? event.document() : event.stream();
            var before = last.get(key);
            var isNew = received.add(event.stream() + " " + event.sequence());
            if (before != null && event.sequence() <= before.sequence()) {
                if (isNew || event.source() == EventSource.FEED) {
                    violations.add(RuleViolation.of(
                            EVENTS_ARE_IN_ORDER,
                            "sequence " + event.sequence() + " arrived after " + before.sequence(),
                            before,
                            event));
                }
                continue;
            }
            if (event.source() != EventSource.WEBHOOK) {
                checkGap(before, event);
            }
            last.put(key, event);
        }
    }

    private void checkGap(@Nullable EventEntry before, EventEntry event) {
        if (before == null && event.sequence() != 1) {
            violations.add(RuleViolation.of(
                    EVENTS_ARE_IN_ORDER, "the first event has the sequence " + event.sequence(), event));
        } else if (before != null && event.sequence() != before.sequence() + 1) {
            violations.add(RuleViolation.of(
                    EVENTS_ARE_IN_ORDER,
                    "sequence " + event.sequence() + " follows " + before.sequence(),
                    before,
                    event));
        }
    }

    private void checkCompleteness(String consumer, List<EventEntry> events) {
        var received = new HashMap<String, Set<Long>>();
        events.forEach(event -> received.computeIfAbsent(event.stream(), unknown -> new HashSet<>())
                .add(event.sequence()));
        history.streams()
                .forEach((stream, revisions) -> revisions.values().stream()
                        .filter(revision ->
                                !received.getOrDefault(stream, Set.of()).contains(revision.sequence()))
                        .forEach(revision -> violations.add(
                                RuleViolation.of(EVENTS_MATCH_THE_LOG, consumer + " did not receive " + revision))));
    }
}
