package org.mandateatlas.functions.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many institutions perform a function at a level that fills it, which is lead or substantial: none, one or several. */
@Schema(
        description =
                "How many institutions perform a function at a level that fills it, which is lead or substantial: none, one or several.")
public enum Classification {
    @JsonProperty("gap")
    GAP,
    @JsonProperty("single")
    SINGLE,
    @JsonProperty("overlap")
    OVERLAP;

    static Classification of(long performers) {
        if (performers == 0) {
            return GAP;
        }
        return performers == 1 ? SINGLE : OVERLAP;
    }
}
