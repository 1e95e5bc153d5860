package org.mandateatlas.registry.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.citation.Citation;

/**
 * A page of the timeline.
 *
 * @param items the entries, the earliest first
 * @param next the order key to continue after; null on the last page
 * @param total the number of entries on all pages; null unless withTotal is true
 * @param position the log position that the page reflects
 * @param knownAt the instant at which the registry was read
 */
@Schema(name = "TimelinePage", description = "A page of the timeline.")
public record TimelineEntryPage(
        List<Entry> items,

        @Schema(description = "Order key to continue after; null on the last page.", nullable = true) @Nullable String next,

        @Schema(description = "Number of entries on all pages; null unless withTotal is true.", nullable = true)
        @Nullable Long total,

        @Schema(description = "Log position of the page.", examples = "institution:151,mandate:208")
        String position,

        @Schema(description = "Instant at which the registry was read; read further pages with it as knownAt.")
        Instant knownAt) {

    /**
     * An event on a date inside a document.
     *
     * @param order the place on the timeline of all services
     * @param date when it happened
     * @param collection the collection of the document
     * @param id the id of the document
     * @param name the display name of the document
     * @param event the kind of event
     * @param text a sentence about it
     * @param institutions ids of the institutions that it is about
     * @param functions ids of the functions that it is about
     * @param processes ids of the processes that it is about
     * @param citations its sources
     */
    @Schema(name = "TimelineItem", description = "Something dated in a document.")
    public record Entry(
            @Schema(hidden = true) String order,

            @Schema(description = "When it happened.") PartialDate date,

            @Schema(description = "The collection of the document.", examples = "mandates")
            String collection,

            @Schema(description = "The id of the document.", examples = "iom-forum")
            String id,

            @Schema(description = "The display name of the document.")
            String name,

            @Schema(
                    description =
                            "What happened, as a word such as `began`, `ended`, `adopted` or `mandate-established`.",
                    examples = "mandate-established")
            String event,

            @Schema(description = "What happened, as a short sentence.")
            String text,

            @Schema(description = "The ids of the institutions that it is about.")
            List<String> institutions,

            @Schema(description = "The ids of the functions that it is about.")
            List<String> functions,

            @Schema(description = "The ids of the processes that it is about.")
            List<String> processes,

            @Schema(type = SchemaType.ARRAY, implementation = Citation.class, description = "Its sources.")
            JsonNode citations) {}
}
