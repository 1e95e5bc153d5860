package org.mandateatlas.institutions.fact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A fact without a field of its own. */
@Schema(description = "A fact without a field of its own, in our own words.")
public record Remark(
        @Schema(description = "The fact in our own words.") @SearchText
        String text,

        @TimelineEntry(begin = "remark", text = "{text}") Validity validity,
        List<Citation> citations)
        implements Dated, Cited {}
