package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.TimelineEntry;

/**
 * Relation of an institution to another in a period. It is recorded on one side: a part names its whole, a successor its predecessor.
 */
@Schema(description = "Relation of an institution to another in a period.")
public record Relation(
        Type type,

        @Schema(description = "Id of the related institution.", examples = "un-general-assembly")
        @References("institution")
        @Filterable("relatedTo")
        String institution,

        @TimelineEntry(
                begin = "relation-began",
                text = "{name}: {type} {institution}",
                end = "relation-ended",
                endText = "No longer: {name}: {type} {institution}")
        Validity validity,

        List<Citation> citations)
        implements Dated, Cited {

    /** Type of relation, from this institution to the other. */
    @Schema(name = "RelationType", description = "Type of relation, from this institution to the other.")
    public enum Type {
        @Schema(description = "It is part of the other.")
        PART_OF,
        @Schema(description = "The other is its predecessor.")
        PREDECESSOR,
        @Schema(description = "It is the secretariat of the other.")
        SECRETARIAT_OF,
        @Schema(description = "The other services it.")
        SERVICED_BY,
        @Schema(description = "It sponsors the other.")
        SPONSOR_OF,
        @Schema(description = "It is an observer in the other.")
        OBSERVER_OF,
        @Schema(description = "The other established it.")
        ESTABLISHED_BY,
        @Schema(description = "It reports to the other.")
        REPORTS_TO
    }
}
