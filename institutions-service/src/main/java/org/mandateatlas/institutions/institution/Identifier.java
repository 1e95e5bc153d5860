package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;

/** Id of an institution in another registry. */
@Schema(description = "Id of an institution in another registry.")
public record Identifier(
        Scheme scheme,
        @Schema(description = "Id in that registry.") String value,
        List<Citation> citations) implements Cited {

    /** Registry of institutions. */
    @Schema(name = "IdentifierScheme", description = "Registry of institutions.")
    public enum Scheme {
        @Schema(description = "Research Organization Registry.")
        ROR,
        @Schema(description = "Wikidata item.")
        WIKIDATA,
        @Schema(description = "International Standard Name Identifier (ISO 27729).")
        ISNI,
        @Schema(description = "Virtual International Authority File.")
        VIAF,
        @Schema(description = "Legal Entity Identifier (ISO 17442).")
        LEI
    }
}
