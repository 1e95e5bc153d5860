package org.mandateatlas.institutions.mandate;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.institutions.mandate.Mandate.Review;

/** Whether a mandate has a review clause; unknown if no source states it. */
enum ReviewClause {
    @JsonProperty("true")
    TRUE,
    @JsonProperty("false")
    FALSE,
    @JsonProperty("unknown")
    UNKNOWN;

    static ReviewClause of(@Nullable Review review) {
        if (review == null) {
            return UNKNOWN;
        }
        return review.clause() ? TRUE : FALSE;
    }
}
