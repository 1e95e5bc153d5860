package org.mandateatlas.functions.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.citation.Citation;

/**
 * A mandate that nobody is bound to look at again, or that should have been, or that something else has taken the place of.
 *
 * @param kind what was found
 * @param mandate id of the mandate
 * @param title what it is, in a phrase
 * @param institution id of the institution that holds it
 * @param institutionName its name
 * @param functions ids of the functions that it covers
 * @param dueOn when its review is due; null when no source tells
 * @param lapsesOn the last day on which it stands; null while it is open
 * @param supersededBy id of the mandate that took its place without saying so; null when none did
 * @param citations where that stands
 */
@Schema(description = "A mandate whose review is missing or due, that lapses, or that was superseded without a word.")
public record ReviewFinding(
        Kind kind,
        @Schema(examples = "iom-forum") String mandate,
        String title,
        @Schema(examples = "iom") String institution,
        String institutionName,
        List<String> functions,
        @Schema(nullable = true) @Nullable PartialDate dueOn,
        @Schema(nullable = true) @Nullable PartialDate lapsesOn,

        @Schema(description = "Id of the mandate that took its place without saying so.", nullable = true) @Nullable String supersededBy,

        List<Citation> citations) {

    /** What can be found. */
    @Schema(name = "ReviewFindingKind", description = "What was found of a mandate's review.")
    public enum Kind {
        /** Sources say that it carries no review clause. */
        @JsonProperty("no-review-clause")
        NO_REVIEW_CLAUSE,
        /** No source tells whether it carries one. */
        @JsonProperty("review-unknown")
        REVIEW_UNKNOWN,
        /** Its review was due before the day. */
        @JsonProperty("overdue")
        OVERDUE,
        /** It ends soon after the day. */
        @JsonProperty("lapsing")
        LAPSING,
        /** Another mandate has taken its place by its content alone, and it stands still. */
        @JsonProperty("implicitly-superseded")
        IMPLICITLY_SUPERSEDED
    }
}
