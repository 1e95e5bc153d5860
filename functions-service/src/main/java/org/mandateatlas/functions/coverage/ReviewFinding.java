package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.registry.citation.Citation;

/**
 * A mandate due for review, and the reason.
 *
 * @param kind the kind of finding
 * @param mandate id of the mandate
 * @param title its title
 * @param institution id of its holder
 * @param institutionName name of its holder
 * @param functions ids of the functions that it covers
 * @param status whether it is current or unconfirmed on the day
 * @param dueOn when its review is due, or null if unknown
 * @param lapsesOn its last day, or null if open
 */
@Schema(description = "A mandate due for review, and the reason.")
public record ReviewFinding(
        @Schema(description = "Kind of finding.") Kind kind,

        @Schema(description = "Id of the mandate.", examples = "iom-forum")
        String mandate,

        @Schema(description = "Title of the mandate.") String title,

        @Schema(description = "Id of the holder.", examples = "iom")
        String institution,

        @Schema(description = "Display name of the holder.") String institutionName,

        @Schema(description = "Ids of the covered functions.")
        List<String> functions,

        @Schema(
                description =
                        "Whether the mandate is current or unconfirmed on the date; it lasts until an act ends it.")
        Status status,

        @Schema(description = "When the review is due; null if no source states it.", nullable = true) @Nullable PartialDate dueOn,

        @Schema(description = "Last day of the mandate; null if it is open.", nullable = true) @Nullable PartialDate lapsesOn,

        @Schema(description = "Id of the mandate that implicitly supersedes it.", nullable = true) @Nullable String supersededBy,

        List<Citation> citations) {

    /** Kinds of findings. */
    @Schema(name = "ReviewFindingKind", description = "Kind of review finding.")
    public enum Kind {
        @Schema(description = "Sources state that the mandate has no review clause.")
        NO_REVIEW_CLAUSE,
        @Schema(description = "No source states whether it has one.")
        REVIEW_UNKNOWN,
        @Schema(description = "Its review was due before the day.")
        OVERDUE,
        @Schema(description = "It ends within the requested number of days.")
        LAPSING,
        @Schema(description = "Another mandate supersedes it by content, but it is still in force.")
        IMPLICITLY_SUPERSEDED
    }
}
