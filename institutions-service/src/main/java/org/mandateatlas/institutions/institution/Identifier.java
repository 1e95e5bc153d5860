package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;

/** Id of an institution in another registry. */
@Schema(description = "Id of an institution in another registry.")
public record Identifier(Scheme scheme, String value, List<Citation> citations) implements Cited {

    /** Registry of institutions. */
    @Schema(name = "IdentifierScheme", description = "Registry of institutions.")
    public enum Scheme {
        ROR,
        WIKIDATA,
        ISNI,
        VIAF,
        LEI
    }
}
