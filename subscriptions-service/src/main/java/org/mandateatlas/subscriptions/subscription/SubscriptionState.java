package org.mandateatlas.subscriptions.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether events are delivered to a subscription. */
@Schema(description = "Whether events are delivered.")
public enum SubscriptionState {
    @JsonProperty("active")
    @Schema(description = "Events are delivered.")
    ACTIVE,
    @JsonProperty("paused")
    @Schema(description = "Nothing is delivered; when it is active again, delivery continues at its position.")
    PAUSED
}
