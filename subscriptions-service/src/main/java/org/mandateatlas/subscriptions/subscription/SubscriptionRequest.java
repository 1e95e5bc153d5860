package org.mandateatlas.subscriptions.subscription;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.False;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that creates a subscription.
 *
 * @param url receiver of the events
 * @param description purpose, in the owner's words
 * @param filter the changes to deliver; all if absent
 * @param after position in the feed after which delivery begins; the current end if absent
 * @param secret secret that signs the deliveries; generated if absent
 */
@Schema(
        description = "The receiver and the changes to deliver to it.",
        additionalProperties = False.class,
        requiredProperties = "url",
        examples = """
                {"url": "https://example.org/hooks/mandates", "description": "Mandates of IOM",
                 "filter": {"types": ["org.mandateatlas.mandate.*"], "institutions": ["iom"]}}""")
record SubscriptionRequest(
        @Schema(ref = "ReceiverUrl") @Nullable String url,

        @Schema(description = "Purpose, in the owner's words.", maxLength = 500, nullable = true) @Nullable String description,

        @Nullable SubscriptionFilter filter,

        @Schema(
                description =
                        "Position in the feed after which delivery begins: empty for the beginning, absent for the current end.",
                maxLength = 2000,
                nullable = false,
                examples = "capacity:159,mandate:117")
        @Nullable String after,

        @Schema(ref = "WebhookSecret") @Nullable String secret) {

    SubscriptionSettings settings() {
        return new SubscriptionSettings(url, description, filter, SubscriptionState.ACTIVE, after);
    }
}
