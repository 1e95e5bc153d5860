package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Number of institutions that fill a function, that is, perform it at the level lead or substantial: none (gap), one (single) or several
 * (overlap); unconfirmed if that depends on capacities that are attested for earlier dates only.
 */
@Schema(
        description =
                "How many institutions fill a function, that is, perform it at the level `lead` or `substantial`.")
public enum Classification {
    @Schema(description = "No institution fills the function.")
    GAP,
    @Schema(description = "One institution fills the function.")
    SINGLE,
    @Schema(description = "Several institutions fill the function.")
    OVERLAP,
    @Schema(
            description =
                    "No institution is known to fill the function, but one did when last attested; or all its capacities are attested for earlier dates only.")
    UNCONFIRMED;

    static Classification of(long performers) {
        if (performers == 0) {
            return GAP;
        }
        return performers == 1 ? SINGLE : OVERLAP;
    }
}
