package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Model of a reform: an authority (`top-down`), networks (`bottom-up`) or both (`mixed`). */
@Schema(description = "Model of a reform.")
public enum ReformModel {
    @Schema(description = "An authority above states governs.")
    TOP_DOWN,
    @Schema(description = "Networks of officials and consultations govern.")
    BOTTOM_UP,
    @Schema(description = "Both.")
    MIXED
}
