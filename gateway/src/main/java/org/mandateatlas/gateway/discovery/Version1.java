package org.mandateatlas.gateway.discovery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.gateway.rest.Link;

/** The collections of version 1 and related links. */
@Schema(description = "The collections of version 1.")
record Version1(
        @Schema(description = "The collections.") List<Link> collections,

        @Schema(description = "Search, aggregates and the feed.")
        List<Link> links) {}
