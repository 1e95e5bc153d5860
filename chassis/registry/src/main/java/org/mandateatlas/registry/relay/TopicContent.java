package org.mandateatlas.registry.relay;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The events in a topic, from its beginning or from a known event.
 *
 * @param before the sequence before the first event that is expected
 * @param first the first event; null if there is none
 * @param complete the last event before the first gap; null if the expected event is missing
 * @param highest the highest sequence; 0 if there are no events
 */
record TopicContent(
        long before, @Nullable Event first, @Nullable Event complete, long highest) {

    static TopicContent after(long sequence) {
        return new TopicContent(sequence, null, null, 0);
    }

    /** Returns the sequence up to which no event is missing. */
    long sequence() {
        return complete == null ? before : complete.sequence;
    }

    /** Returns the offset of the event with that sequence; null if there is none. */
    @Nullable Long offset() {
        return complete == null ? null : complete.offset;
    }

    /** Returns the content with the next record of the topic; repeated, early and invalid records do not continue it. */
    TopicContent with(ConsumerRecord<?, ?> topicRecord) {
        var event = Event.of(topicRecord);
        if (event == null) {
            return this;
        }
        return new TopicContent(
                before,
                first == null ? event : first,
                event.sequence == sequence() + 1 ? event : complete,
                Math.max(highest, event.sequence));
    }

    /**
     * An event in a topic.
     *
     * @param sequence its sequence
     * @param offset its offset
     * @param id the document
     * @param recordedAt when the revision was recorded
     */
    record Event(long sequence, long offset, String id, Instant recordedAt) {

        /** Reads an event; returns null if the record is not an event. */
        static @Nullable Event of(ConsumerRecord<?, ?> topicRecord) {
            try {
                return new Event(
                        Long.parseLong(header(topicRecord.headers(), "ce_sequence")),
                        topicRecord.offset(),
                        header(topicRecord.headers(), "ce_subject"),
                        Instant.parse(header(topicRecord.headers(), "ce_time")));
            } catch (IllegalArgumentException | DateTimeException e) {
                return null;
            }
        }

        private static String header(Headers headers, String name) {
            var header = headers.lastHeader(name);
            if (header == null) {
                throw new IllegalArgumentException("no header " + name);
            }
            return new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
