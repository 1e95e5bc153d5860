package org.mandateatlas.processes.process;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.SearchText;

/** Extent to which a process creates norms. */
@Schema(description = "Extent to which a process creates norms.")
public record Normativity(
        @Filterable("normativity") NormativityLevel level,

        @Schema(description = "Description in our own words.") @SearchText
        String text,

        List<Citation> citations)
        implements Cited {}
