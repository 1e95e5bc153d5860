package org.mandateatlas.gateway.diff;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The change of a document, as the services return it; describes the JSON only. */
@Schema(description = "The change of a document.")
record DocumentChange(
        @Schema(description = "The collection of the document.", examples = "mandates")
        String collection,

        @Schema(description = "The id of the document.", examples = "iom-un-network-coordination")
        String id,

        @Schema(description = "The display name of the document.")
        String name,

        @Schema(
                enumeration = {"began", "ended", "changed", "recorded", "corrected", "retracted", "restored"},
                description =
                        "Between two days: `began`, `ended` or `changed`. Between two instants: `recorded`, `changed`, "
                                + "`corrected`, `retracted` or `restored`.")
        String change,

        @Schema(description = "When it happened in the world; null if unknown.", ref = "PartialDate") @Nullable String effective,

        @Schema(description = "When it was recorded.") @Nullable Instant recordedAt,

        @Schema(description = "The ids of the institutions that it is about.")
        List<String> institutions,

        @Schema(description = "The ids of the functions that it is about.")
        List<String> functions,

        @Schema(description = "The ids of the processes that it is about.")
        List<String> processes,

        @Schema(description = "The places that differ, if the document is on both sides.")
        List<Field> fields,

        @Schema(description = "Between two instants, the revisions that made the change.")
        List<Revision> revisions,

        @Schema(type = SchemaType.ARRAY, ref = "Citation") List<Object> citations) {

    /** A changed value. */
    @Schema(name = "FieldChange", description = "A place of a document that differs. In a list each item is a place.")
    record Field(
            @Schema(description = "The place, as a JSON pointer.", examples = "/unStatus/0")
            String pointer,

            @Schema(description = "Its value before; null for none.") @Nullable Object before,

            @Schema(description = "Its value after; null for none.") @Nullable Object after) {}

    /** A revision of the document. */
    @Schema(name = "DiffRevision", description = "A revision of a document.")
    record Revision(
            int version,

            @Schema(description = "The kind of change.", examples = "transferred")
            String change,

            @Schema(description = "Whether the change corrects the record. Otherwise the world changed.")
            boolean correction,

            Instant recordedAt,

            @Schema(description = "The reason; null if none was given.") @Nullable String note) {}
}
