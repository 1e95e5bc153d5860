package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
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
 * @param dueOn when its review is due, or null if unknown
 * @param lapsesOn its last day, or null if open
 */
@Schema(description = "A mandate due for review, and the reason.")
public record ReviewFinding(
        Kind kind,
        @Schema(examples = "iom-forum") String mandate,
        String title,
        @Schema(examples = "iom") String institution,
        String institutionName,
        List<String> functions,
        @Schema(nullable = true) @Nullable PartialDate dueOn,
        @Schema(nullable = true) @Nullable PartialDate lapsesOn,

        @Schema(description = "Id of the mandate that implicitly supersedes it.", nullable = true) @Nullable String supersededBy,

        List<Citation> citations) {

    /** Kinds of findings. */
    @Schema(name = "ReviewFindingKind", description = "Kind of review finding.")
    public enum Kind {
        /** Sources state that it has no review clause. */
        NO_REVIEW_CLAUSE,
        /** No source states whether it has one. */
        REVIEW_UNKNOWN,
        /** Its review was due before the day. */
        OVERDUE,
        /** It ends soon after the day. */
        LAPSING,
        /** Another mandate supersedes it by content, but it is still in force. */
        IMPLICITLY_SUPERSEDED
    }
}
