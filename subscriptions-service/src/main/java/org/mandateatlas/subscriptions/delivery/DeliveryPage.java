package org.mandateatlas.subscriptions.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries.
 *
 * @param self URL of this page
 * @param next URL of the next page; null on the last page
 * @param items the deliveries, the newest first
 */
@Schema(description = "A page of deliveries, the newest first.")
record DeliveryPage(
        @Schema(description = "URL of this page.", format = "uri")
        String self,

        @Schema(description = "URL of the next page; null on the last page.", format = "uri", nullable = true) @Nullable String next,

        @Schema(description = "Deliveries, newest first.") List<Delivery> items) {}
