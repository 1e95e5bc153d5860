package org.mandateatlas.subscriptions.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The event of a delivery.
 *
 * @param id id of the event
 * @param type type of the event
 * @param stream its stream
 * @param sequence its sequence in the stream
 * @param subject id of the document
 */
@Schema(description = "The event of a delivery.")
record DeliveredEvent(
        @Schema(description = "Id of the event.", examples = "mandate-42")
        String id,

        @Schema(description = "Type of the event.", examples = "org.mandateatlas.mandate.transferred.v1")
        String type,

        @Schema(ref = "StreamName") String stream,

        @Schema(description = "Sequence in the stream.") long sequence,

        @Schema(description = "Id of the document.", examples = "iom-forum")
        String subject) {}
