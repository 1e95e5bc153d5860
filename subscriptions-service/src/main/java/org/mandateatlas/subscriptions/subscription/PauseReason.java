package org.mandateatlas.subscriptions.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a subscription is paused. */
@Schema(
        description =
                "Why a subscription is paused: by its owner (`requested`), because the receiver responded 410 (`gone`), or"
                        + " because deliveries failed for too long (`failing`).")
public enum PauseReason {
    /** The owner paused it. */
    @JsonProperty("requested")
    REQUESTED,
    /** The receiver responded 410. */
    @JsonProperty("gone")
    GONE,
    /** Deliveries failed for too long. */
    @JsonProperty("failing")
    FAILING
}
