package org.mandateatlas.processes.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** Frequency of meetings. */
@Schema(description = "Frequency of meetings.")
public record Frequency(
        @Schema(description = "How often it meets, in our own words.") @SearchText
        String text,

        @TimelineEntry(begin = "remark", text = "{name}: {text}")
        Validity validity,

        List<Citation> citations)
        implements Dated, Cited {}
