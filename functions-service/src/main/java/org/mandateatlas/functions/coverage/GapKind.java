package org.mandateatlas.functions.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is missing: anybody who fills a function, the capacity behind a mandate, or the mandate behind a capacity. */
@Schema(
        description =
                "What is missing: anybody who fills a function, the capacity behind a mandate, or the mandate behind a capacity.")
public enum GapKind {
    @JsonProperty("function")
    FUNCTION,
    @JsonProperty("capacity")
    CAPACITY,
    @JsonProperty("mandate")
    MANDATE
}
