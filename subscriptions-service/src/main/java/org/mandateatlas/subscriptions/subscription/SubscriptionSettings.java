package org.mandateatlas.subscriptions.subscription;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.False;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a subscription can change; also the target of a merge patch.
 *
 * @param url receiver of the events
 * @param description purpose, in the owner's words
 * @param filter the changes to deliver; all if absent
 * @param state whether events are delivered
 * @param after position in the feed after which delivery continues; unchanged if absent
 */
@Schema(
        name = "SubscriptionPatch",
        description = "The settings to change. Null removes the description, or selects all changes.",
        additionalProperties = False.class,
        examples = "{\"state\": \"paused\"}")
record SubscriptionSettings(
        @Schema(ref = "ReceiverUrl") @Nullable String url,

        @Schema(description = "Purpose, in the owner's words.", maxLength = 500, nullable = true) @Nullable String description,

        @Nullable SubscriptionFilter filter,
        @Nullable SubscriptionState state,

        @Schema(
                description = "Position in the feed after which events are delivered again; empty for the beginning.",
                maxLength = 2000,
                nullable = false)
        @Nullable String after) {}
