package org.mandateatlas.gateway.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.gateway.rest.Link;

/** Links to the event schemas. */
@Schema(description = "Links to the event schemas.")
record SchemaList(
        @Schema(description = "One link per schema, by name.")
        List<Link> items) {}
