package org.mandateatlas.functions.option;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Occurrence;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.functions.argument.Argument;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/**
 * A proposed reform of governance with the operations that implement it.
 *
 * @param id its slug
 * @param version set by the registry
 * @param recordedAt set by the registry
 * @param name what it is called
 * @param summary what it would be, in our words
 * @param position its place in the paper's order
 * @param model where it would have governance grow from
 * @param baseline the day whose arrangement it is applied to
 * @param advantages what speaks for it
 * @param obstacles what stands in its way
 * @param assessments how it does by each criterion
 * @param operations what would be done, in order
 * @param outcomes what later became of it
 * @param validity when it was on the table
 * @param citations where it stands
 */
@Schema(description = "A proposed reform of governance with the operations that implement it.")
public record PolicyOption(
        @Schema(examples = "create-new-agency") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,
        @Name String name,

        @Schema(description = "Summary in our own words.") @SearchText
        String summary,

        @Schema(description = "Order in the source paper, from 1.", minimum = "1", examples = "1")
        int position,

        @Schema(description = "Model of the reform.") @Filterable
        ReformModel model,

        @Schema(description = "Date whose coverage the operations apply to.", examples = "2004-12-31")
        LocalDate baseline,

        @Schema(description = "Advantages.") List<Argument> advantages,
        @Schema(description = "Obstacles.") List<Argument> obstacles,

        @Schema(description = "Assessments by criterion.") List<Assessment> assessments,

        @Schema(description = "Operations, in order.") List<Operation> operations,

        @Schema(description = "Later outcomes; with `validAt`, those up to that date.")
        List<Outcome> outcomes,

        @TimelineEntry(
                begin = "proposed",
                text = "“{name}” is proposed",
                end = "ended",
                endText = "“{name}” is no longer proposed")
        Validity validity,

        List<Citation> citations)
        implements Document {

    /**
     * Assessment of a policy option by a criterion.
     *
     * @param criterion the criterion
     * @param rating how well it does
     * @param reason why, in our words
     * @param citations where it stands
     */
    @Schema(name = "OptionAssessment", description = "Assessment of a policy option by a criterion.")
    public record Assessment(
            Criterion criterion, Rating rating, @SearchText String reason, List<Citation> citations) implements Cited {}

    /**
     * Outcome of a policy option.
     *
     * @param text what happened, in our words
     * @param date when
     * @param citations where it stands
     */
    @Schema(name = "OptionOutcome", description = "Outcome of a policy option.")
    public record Outcome(
            @SearchText String text,

            @TimelineEntry(begin = "outcome", text = "{text}")
            PartialDate date,

            List<Citation> citations)
            implements Occurrence, Cited {

        @Override
        public PartialDate occurredOn() {
            return date;
        }
    }
}
