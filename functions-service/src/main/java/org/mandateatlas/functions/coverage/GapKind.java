package org.mandateatlas.functions.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of gap: no institution fills a function, a mandate has no capacity, or a capacity has no mandate. */
@Schema(
        description =
                "Kind of gap: no institution fills a function, a mandate has no capacity, or a capacity has no mandate.")
public enum GapKind {
    @JsonProperty("function")
    FUNCTION,
    @JsonProperty("capacity")
    CAPACITY,
    @JsonProperty("mandate")
    MANDATE
}
