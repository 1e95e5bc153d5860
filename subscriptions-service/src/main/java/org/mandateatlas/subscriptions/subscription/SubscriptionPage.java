package org.mandateatlas.subscriptions.subscription;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of subscriptions.
 *
 * @param self URL of this page
 * @param next URL of the next page; null on the last page
 * @param items the subscriptions, in order of creation
 */
@Schema(description = "A page of subscriptions, in order of creation.")
record SubscriptionPage(
        @Schema(description = "URL of this page.", format = "uri")
        String self,

        @Schema(description = "URL of the next page; null on the last page.", format = "uri", nullable = true) @Nullable String next,

        @Schema(description = "Subscriptions, in order of creation.")
        List<Subscription> items) {}
