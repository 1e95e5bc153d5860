package org.mandateatlas.functions.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Number of institutions that fill a function, that is, perform it at the level lead or substantial: none (gap), one (single) or several (overlap). */
@Schema(
        description =
                "Number of institutions that fill a function, that is, perform it at the level lead or substantial: none (gap), one (single) or several (overlap).")
public enum Classification {
    GAP,
    SINGLE,
    OVERLAP;

    static Classification of(long performers) {
        if (performers == 0) {
            return GAP;
        }
        return performers == 1 ? SINGLE : OVERLAP;
    }
}
