package org.mandateatlas.functions.option;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Model of a reform: an authority (`top-down`), networks (`bottom-up`) or both (`mixed`). */
@Schema(description = "Model of a reform: an authority (`top-down`), networks (`bottom-up`) or both (`mixed`).")
public enum ReformModel {
    @JsonProperty("top-down")
    TOP_DOWN,
    @JsonProperty("bottom-up")
    BOTTOM_UP,
    @JsonProperty("mixed")
    MIXED
}
