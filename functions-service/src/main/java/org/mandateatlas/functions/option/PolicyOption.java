package org.mandateatlas.functions.option;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
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

/** A proposed reform of governance with the operations that implement it. */
@Schema(description = "A proposed reform of governance with the operations that implement it.")
public record PolicyOption(
        @Schema(examples = "create-new-agency") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Name.") @Name @Term("dcterms:title")
        String name,

        @Schema(description = "Summary in our own words.") @SearchText @Term("dcterms:description")
        String summary,

        @Schema(description = "Order in the source paper, from 1.", minimum = "1", examples = "1")
        int rank,

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

    /** Assessment of a policy option by a criterion. */
    @Schema(name = "OptionAssessment", description = "Assessment of a policy option by a criterion.")
    public record Assessment(
            Criterion criterion,
            Rating rating,

            @Schema(description = "Reason for the rating, in our own words.") @SearchText
            String reason,

            List<Citation> citations)
            implements Cited {}

    /** Outcome of a policy option. */
    @Schema(name = "OptionOutcome", description = "Outcome of a policy option.")
    public record Outcome(
            @Schema(description = "What happened, in our own words.") @SearchText
            String text,

            @Schema(description = "When it happened.") @TimelineEntry(begin = "outcome", text = "{text}")
            PartialDate date,

            List<Citation> citations)
            implements Occurrence, Cited {

        @Override
        public PartialDate occurredOn() {
            return date;
        }
    }
}
