package org.mandateatlas.subscriptions.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The outcome of a delivery so far. */
@Schema(
        description =
                "Outcome of a delivery so far: requested and not yet attempted (`pending`), accepted by the receiver"
                        + " (`delivered`), to be attempted again (`retrying`), or failed, which pauses the subscription unless it is a"
                        + " redelivery (`failed`).")
enum DeliveryOutcome {
    /** It was requested and not yet attempted. */
    @JsonProperty("pending")
    PENDING,
    /** The receiver accepted it. */
    @JsonProperty("delivered")
    DELIVERED,
    /** An attempt failed and another one follows. */
    @JsonProperty("retrying")
    RETRYING,
    /** The last attempt failed. */
    @JsonProperty("failed")
    FAILED
}
