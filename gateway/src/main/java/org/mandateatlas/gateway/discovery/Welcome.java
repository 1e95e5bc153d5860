package org.mandateatlas.gateway.discovery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.gateway.rest.Link;

/** The start page of the API: what the registry is and links to its parts. */
@Schema(description = "What the registry is, and links to its parts.")
record Welcome(
        @Schema(description = "Name of the API.") String name,
        @Schema(description = "What the registry is.") String description,
        @Schema(description = "Where to go from here.") List<Link> links) {}
