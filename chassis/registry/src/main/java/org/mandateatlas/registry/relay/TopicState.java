package org.mandateatlas.registry.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The differences between the topics and the log that the relay of this process has found. */
@Singleton
class TopicState {

    private final SortedMap<String, String> conflicts = new ConcurrentSkipListMap<>();
    private final SortedMap<String, Long> gaps = new ConcurrentSkipListMap<>();
    private final Counter lost;
    private volatile List<String> violations = List.of();

    TopicState(MeterRegistry meters) {
        lost = meters.counter("atlas.relay.lost.events");
        meters.gauge("atlas.relay.conflicting.topics", conflicts, Map::size);
        meters.gauge("atlas.relay.incomplete.topics", gaps, Map::size);
        meters.gauge("atlas.relay.topic.violations", this, state -> state.violations.size());
    }

    void setViolations(List<String> found) {
        violations = found;
    }

    /** Returns what is wrong with the settings of the topics. */
    List<String> violations() {
        return violations;
    }

    /** Records that the topic of a stream is one of its log, and lacks no event. */
    void setComplete(String stream) {
        conflicts.remove(stream);
        gaps.remove(stream);
    }

    /** Records that the topic of a stream has events that its log does not have. */
    void setConflict(String stream, String description) {
        gaps.remove(stream);
        conflicts.put(stream, description);
    }

    /** Returns the conflicts by stream. */
    SortedMap<String, String> conflicts() {
        return conflicts;
    }

    /** Records that published events are missing in the topic of a stream. */
    void setGap(String stream, long after) {
        conflicts.remove(stream);
        gaps.put(stream, after);
    }

    /** Returns the sequence before the first missing event, by stream. */
    SortedMap<String, Long> gaps() {
        return gaps;
    }

    /** Counts events that the broker has lost. */
    void addLost(long events) {
        lost.increment(events);
    }
}
