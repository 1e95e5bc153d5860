package org.mandateatlas.subscriptions.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether events are delivered to a subscription. */
@Schema(description = "Whether events are delivered.")
public enum SubscriptionState {
    /** Events are delivered. */
    @JsonProperty("active")
    ACTIVE,
    /** Nothing is delivered until the subscription is active again; then delivery continues at its position. */
    @JsonProperty("paused")
    PAUSED
}
