package org.mandateatlas.gateway.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.feed.StreamSummary;

/**
 * The extent of each stream.
 *
 * @param position the end of the feed
 */
@Schema(description = "The extent of each stream.")
record ChangeStats(
        @Schema(description = "The end of the feed.") String position,
        @Schema(description = "The streams, by name.") List<StreamStats> streams) {

    /** The extent of one stream. */
    @Schema(description = "The extent of a stream.")
    record StreamStats(
            @Schema(implementation = StreamName.class) String stream,

            @Schema(description = "Collection of the documents.", examples = "mandates")
            String collection,

            @Schema(description = "The Kafka topic.", examples = "atlas.mandate.v1")
            String topic,

            @Schema(description = "Sequence of the oldest event; 0 if there is none. The log is never truncated.")
            long oldest,

            @Schema(description = "Sequence of the newest event; 0 if there is none.")
            long head,

            @Schema(
                    description = "When the oldest event was recorded; null if there is none.",
                    type = SchemaType.STRING,
                    format = "date-time")
            @Nullable Instant oldestRecordedAt,

            @Schema(
                    description = "When the newest event was recorded; null if there is none.",
                    type = SchemaType.STRING,
                    format = "date-time")
            @Nullable Instant newestRecordedAt,

            @Schema(description = "Number of events per day (UTC), for days with events.")
            List<DayCount> days) {

        static StreamStats of(String stream, String collection, StreamSummary summary) {
            return new StreamStats(
                    stream,
                    collection,
                    "atlas." + stream + ".v1",
                    summary.head() == 0 ? 0 : 1,
                    summary.head(),
                    summary.oldest(),
                    summary.newest(),
                    summary.days().entrySet().stream()
                            .map(day -> new DayCount(day.getKey(), day.getValue()))
                            .toList());
        }
    }

    /** The number of events recorded on a day. */
    @Schema(description = "The number of events recorded on a day.")
    record DayCount(
            @Schema(description = "The day (UTC).") LocalDate day,
            @Schema(description = "Number of events.") long count) {}
}
