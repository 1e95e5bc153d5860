package org.mandateatlas.institutions.mandate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.institutions.mandate.Mandate.Review;

/** Whether a mandate has a review clause; unknown if no source states it. */
enum ReviewClause {
    @Schema(description = "It has a review clause.")
    TRUE,
    @Schema(description = "It has none.")
    FALSE,
    @Schema(description = "No source states it.")
    UNKNOWN;

    static ReviewClause of(@Nullable Review review) {
        if (review == null) {
            return UNKNOWN;
        }
        return review.clause() ? TRUE : FALSE;
    }
}
