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
public record CellMandate(@Schema(examples = "iom-forum") String id, String title, List<Citation> citations) {}
