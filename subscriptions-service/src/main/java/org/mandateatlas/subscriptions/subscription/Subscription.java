package org.mandateatlas.subscriptions.subscription;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook subscription.
 *
 * @param number position in the order of creation
 * @param id its id
 * @param owner user name in the token that created it; the subscription belongs to the subject of that token
 * @param url receiver of the events
 * @param description purpose, in the owner's words
 * @param filter the changes to deliver
 * @param state whether events are delivered
 * @param pauseReason why it is paused; null if it is active
 * @param pausedAt when it was paused; null if it is active
 * @param version counts the changes of its settings
 * @param createdAt when it was created
 * @param updatedAt when its settings were last changed
 * @param progress progress of the deliveries
 */
@Schema(description = "A webhook subscription.")
public record Subscription(
        @JsonIgnore @Schema(hidden = true) long number,

        @Schema(description = "Id of the subscription.", examples = "0b9f3c52-7c1c-4a41-9a0e-5d7f3b0f9a11")
        String id,

        @Schema(
                description =
                        "User name in the token that created it. The subscription belongs to the subject of that token.",
                examples = "ada")
        String owner,

        @Schema(ref = "ReceiverUrl") String url,

        @Schema(description = "Purpose, in the owner's words.", nullable = true) @Nullable String description,

        SubscriptionFilter filter,
        SubscriptionState state,

        @Schema(description = "Why it is paused; null if it is active.", nullable = true) @Nullable PauseReason pauseReason,

        @Schema(
                description = "When it was paused; null if it is active.",
                implementation = String.class,
                format = "date-time",
                nullable = true)
        @Nullable Instant pausedAt,

        @Schema(description = "Counts the changes of the settings; deliveries do not change it.")
        int version,

        @Schema(description = "When it was created.", implementation = String.class, format = "date-time")
        Instant createdAt,

        @Schema(
                description = "When its settings were last changed.",
                implementation = String.class,
                format = "date-time")
        Instant updatedAt,

        @Schema(description = "How far it has been delivered.")
        SubscriptionProgress progress) {

    EntityTag tag() {
        return new EntityTag(Integer.toString(version));
    }

    SubscriptionSettings settings() {
        return new SubscriptionSettings(url, description, filter, state, null);
    }
}
