package org.mandateatlas.registry.timeline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Times;
import org.mandateatlas.registry.DocumentType;

/**
 * A query for entries of the timeline.
 *
 * @param from the first day that a date may be; null without bound
 * @param to the last day that a date may be; null without bound
 * @param types the collections
 * @param subjects terms, of each list one of which an entry must be about
 * @param events kinds of event; empty for any
 * @param times the two times
 * @param limit the maximum number of entries
 * @param after the entry to continue after; null from the start
 */
record TimelineQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<DocumentType<?>> types,
        List<List<String>> subjects,
        List<String> events,
        Times times,
        int limit,
        @Nullable TimelineOrder after) {

    List<String> streams() {
        return types.stream().map(DocumentType::stream).toList();
    }
}
