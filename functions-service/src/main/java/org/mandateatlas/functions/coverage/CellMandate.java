package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.registry.citation.Citation;

/**
 * A mandate for a function.
 *
 * @param title its title
 * @param status whether it is current or unconfirmed on the day; it counts in both cases, because law persists
 */
@Schema(description = "A mandate for a function.")
public record CellMandate(
        @Schema(description = "Id of the mandate.", examples = "iom-forum")
        String id,

        @Schema(description = "Title of the mandate.") String title,

        @Schema(
                description =
                        "Whether it is current or unconfirmed on the date. It counts in both cases: a mandate lasts until an act ends it.")
        Status status,

        List<Citation> citations) {}
