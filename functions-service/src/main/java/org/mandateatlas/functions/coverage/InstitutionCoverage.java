package org.mandateatlas.functions.coverage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An institution and its breadth.
 *
 * @param id its id
 * @param name its name on the day
 * @param abbreviation its abbreviation on the day
 * @param unStatus how it stands to the UN system on the day; null when no source tells
 * @param breadth how many functions it is mandated for or performs
 * @param mandated ids of the functions that it is mandated for
 * @param performed ids of the functions that it performs, at whichever level
 */
@Schema(description = "An institution and its breadth.")
public record InstitutionCoverage(
        @Schema(examples = "iom") String id,
        String name,
        @Schema(nullable = true) @Nullable String abbreviation,

        @Schema(description = "How it stands to the UN system on the day.", nullable = true) @Nullable String unStatus,

        @Schema(description = "How many functions it is mandated for or performs.")
        int breadth,

        @Schema(description = "Ids of the functions that it is mandated for.")
        List<String> mandated,

        @Schema(description = "Ids of the functions that it performs, at whichever level.")
        List<String> performed) {

    static InstitutionCoverage of(InstitutionState placement, List<String> functions) {
        var mandated = functions.stream()
                .filter(function -> placement.cell(function).hasMandate())
                .toList();
        var performed = functions.stream()
                .filter(function -> placement.cell(function).performs())
                .toList();
        var alsoPerformed = performed.stream()
                .filter(function -> !mandated.contains(function))
                .count();
        return new InstitutionCoverage(
                placement.id(),
                placement.name(),
                placement.abbreviation(),
                placement.unStatus(),
                mandated.size() + (int) alsoPerformed,
                mandated,
                performed);
    }
}
