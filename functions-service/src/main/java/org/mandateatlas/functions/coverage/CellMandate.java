package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.citation.Citation;

/**
 * A mandate for a function.
 *
 * @param title its title
 */
@Schema(description = "A mandate for a function.")
public record CellMandate(
        @Schema(description = "Id of the mandate.", examples = "iom-forum")
        String id,

        @Schema(description = "Title of the mandate.") String title,
        List<Citation> citations) {}
