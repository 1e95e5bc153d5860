package org.mandateatlas.institutions.mandate;

import org.jspecify.annotations.Nullable;
import org.mandateatlas.institutions.mandate.Mandate.Review;

/** Whether a mandate has a review clause; unknown if no source states it. */
enum ReviewClause {
    TRUE,
    FALSE,
    UNKNOWN;

    static ReviewClause of(@Nullable Review review) {
        if (review == null) {
            return UNKNOWN;
        }
        return review.clause() ? TRUE : FALSE;
    }
}
