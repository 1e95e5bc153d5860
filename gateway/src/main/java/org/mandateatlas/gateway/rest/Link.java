package org.mandateatlas.gateway.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A named link.
 *
 * @param name short stable name
 * @param href absolute URL
 * @param title what the link leads to
 */
@Schema(description = "A named link.")
public record Link(
        @Schema(description = "Name of the link.", examples = "mandates")
        String name,

        @Schema(description = "Target of the link.", format = "uri")
        String href,

        @Schema(description = "What the target is.") String title) {}
