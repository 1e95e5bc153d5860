package org.mandateatlas.institutions.institution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.TimelineEntry;

/** Headquarters of an institution in a period. */
@Schema(description = "Headquarters of an institution in a period.")
public record Headquarters(
        @Schema(description = "City.", examples = "Geneva") @Term("schema:addressLocality")
        String place,

        @Schema(description = "ISO 3166-1 alpha-2 code.", examples = "CH") @Term("schema:addressCountry")
        String country,

        @TimelineEntry(begin = "seated", text = "{name} sits in {place}, {country}")
        Validity validity,

        List<Citation> citations)
        implements Dated, Cited {}
