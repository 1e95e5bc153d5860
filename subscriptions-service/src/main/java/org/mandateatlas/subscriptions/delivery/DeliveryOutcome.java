package org.mandateatlas.subscriptions.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The outcome of a delivery so far. */
@Schema(description = "Outcome of a delivery so far.")
enum DeliveryOutcome {
    @JsonProperty("pending")
    @Schema(description = "It was requested and not yet attempted.")
    PENDING,
    @JsonProperty("delivered")
    @Schema(description = "The receiver accepted it.")
    DELIVERED,
    @JsonProperty("retrying")
    @Schema(description = "An attempt failed and another one follows.")
    RETRYING,
    @JsonProperty("failed")
    @Schema(description = "The last attempt failed; the subscription is paused, unless it is a redelivery.")
    FAILED
}
