package org.mandateatlas.gateway.timeline;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item of the timeline, as the services return it; describes the JSON only. */
@Schema(description = "Something dated in a document.")
public record TimelineItem(
        @Schema(description = "When it happened.", ref = "PartialDate")
        String date,

        @Schema(description = "The collection of the document.", examples = "mandates")
        String collection,

        @Schema(description = "The id of the document.", examples = "iom-forum")
        String id,

        @Schema(description = "The display name of the document.")
        String name,

        @Schema(
                description = "What happened, as a word such as `began`, `ended`, `adopted` or `mandate-established`.",
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

        @Schema(type = SchemaType.ARRAY, ref = "Citation") List<Object> citations) {}
