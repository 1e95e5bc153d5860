package org.mandateatlas.registry.relay;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A revision to publish.
 *
 * @param stream its stream
 * @param sequence its sequence in the stream
 * @param id the document
 * @param version the version that it made
 * @param change the type of change, in domain terms
 * @param correction whether it corrects the record
 * @param recordedAt when it was recorded
 * @param effective when it happened in the world, in EDTF; null if unknown
 * @param actor who recorded it
 * @param note the reason
 * @param document the document after, as JSON; null for a retraction
 * @param previous the document before, as JSON; null when there was none
 * @param patch JSON patch from before to after
 * @param traceparent the span that wrote it; null when it was not traced
 * @param mentions the institutions and functions that the document refers to or is, before or after, each as {@code stream=id}
 */
record OutboxRecord(
        String stream,
        long sequence,
        String id,
        int version,
        String change,
        boolean correction,
        Instant recordedAt,
        @Nullable String effective,
        String actor,
        @Nullable String note,
        @Nullable String document,
        @Nullable String previous,
        String patch,
        @Nullable String traceparent,
        List<String> mentions) {

    /** Returns the ids of the documents of a stream that it mentions, joined by commas. */
    String mentioned(String stream) {
        return mentions.stream()
                .filter(mention -> mention.startsWith(stream + "="))
                .map(mention -> mention.substring(stream.length() + 1))
                .collect(Collectors.joining(","));
    }
}
