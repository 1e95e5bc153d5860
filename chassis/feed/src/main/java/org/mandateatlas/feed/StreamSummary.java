package org.mandateatlas.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has.
 *
 * @param head the sequence of its last event; 0 for none
 * @param oldest when its first event was recorded; null for none
 * @param newest when its last event was recorded; null for none
 * @param days how many events were recorded on each day (UTC) on which any was
 */
public record StreamSummary(
        long head, @Nullable Instant oldest, @Nullable Instant newest, Map<LocalDate, Long> days) {}
