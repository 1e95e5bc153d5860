package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** Holder of an office in a period. */
@Schema(description = "Holder of an office in a period.")
public record OfficeHolder(
        @Schema(description = "Name of the person.") @SearchText @Term("schema:name")
        String name,

        @Schema(description = "Title of the office.") @SearchText @Term("schema:jobTitle")
        String title,

        @TimelineEntry(
                begin = "office-held",
                text = "{name}, {title}, takes office",
                end = "office-left",
                endText = "{name}, {title}, leaves office")
        Validity validity,

        List<Citation> citations)
        implements Dated, Cited {}
