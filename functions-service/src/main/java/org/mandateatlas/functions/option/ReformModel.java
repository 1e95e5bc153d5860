package org.mandateatlas.functions.option;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an option would have governance grow from: an authority above, networks below, or both. */
@Schema(description = "Where an option would have governance grow from: an authority above, networks below, or both.")
public enum ReformModel {
    @JsonProperty("top-down")
    TOP_DOWN,
    @JsonProperty("bottom-up")
    BOTTOM_UP,
    @JsonProperty("mixed")
    MIXED
}
