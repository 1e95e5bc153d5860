package org.mandateatlas.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a stream.
 *
 * @param head sequence of the last event; 0 for none
 * @param oldest when the first event was recorded; null for none
 * @param newest when the last event was recorded; null for none
 * @param days number of events by the day (UTC) on which they were recorded
 */
public record StreamSummary(
        long head, @Nullable Instant oldest, @Nullable Instant newest, Map<LocalDate, Long> days) {}
