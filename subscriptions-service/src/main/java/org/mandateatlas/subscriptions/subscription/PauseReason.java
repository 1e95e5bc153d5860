package org.mandateatlas.subscriptions.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a subscription is paused. */
@Schema(description = "Why a subscription is paused.")
public enum PauseReason {
    @JsonProperty("requested")
    @Schema(description = "The owner paused it.")
    REQUESTED,
    @JsonProperty("gone")
    @Schema(description = "The receiver responded 410.")
    GONE,
    @JsonProperty("failing")
    @Schema(description = "Deliveries failed for too long.")
    FAILING
}
