package org.mandateatlas.registry.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mandateatlas.registry.Reference;

/**
 * A page of the timeline as the index has it.
 *
 * @param position the log position that the page reflects
 * @param pin the instant that further pages are read at
 * @param entries the entries, in order
 * @param more whether there are further entries
 * @param names the display names of the documents of this service that the entries mention
 */
record TimelineResults(String position, Instant pin, List<Entry> entries, boolean more, Map<Reference, String> names) {

    /**
     * An entry.
     *
     * @param order its place
     * @param date when it happened
     * @param event the kind of event
     * @param text a sentence about it; a template
     * @param subjects what it is about, each as {@code stream=id}
     * @param citations its sources, as JSON
     */
    record Entry(
            TimelineOrder order, String date, String event, String text, List<String> subjects, String citations) {}
}
