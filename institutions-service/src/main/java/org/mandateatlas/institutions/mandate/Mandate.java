package org.mandateatlas.institutions.mandate;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.institutions.fact.LegalForce;
import org.mandateatlas.institutions.fact.Supersession;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;
import org.mandateatlas.registry.model.EarlierValues;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.Name;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** A task that an institution is charged with. */
@Schema(description = "A task that an institution is charged with.")
public record Mandate(
        @Schema(examples = "iom-forum") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Id of the holder, on `validAt` if given.", examples = "iom")
        @References("institution")
        @Filterable
        @EarlierValues("earlierHolders")
        String institution,

        @Schema(description = "Title in our own words.") @Name @Term("dcterms:title")
        String title,

        @Schema(description = "The task in our own words.") @SearchText @Term("dcterms:description")
        String text,

        @Schema(description = "Ids of the covered functions.", minItems = 1, examples = "[\"coordination\"]")
        @References("function")
        @Filterable("function")
        List<String> functions,

        @Schema(description = "Beneficiaries; empty if the sources name none.") @Filterable("population")
        List<Population> populations,

        @Filterable Authority authority,

        @Schema(
                description = "Id of the instrument that it is based on.",
                examples = "iom-constitution",
                nullable = true)
        @References("instrument")
        @Filterable
        @Nullable String instrument,

        @Schema(description = "Provision in the instrument.", nullable = true) @Nullable String provision,

        @Filterable LegalForce force,
        @Schema(description = "Limits of the mandate.") List<Limit> limits,

        @Schema(description = "Review clause and due date; null if unknown.", nullable = true) @Nullable Review review,

        @Schema(description = "Superseded mandates.") List<SupersededMandate> supersedes,

        @Schema(description = "Earlier holders.") List<Holder> earlierHolders,
        @Schema(description = "Period in which it holds.") Validity validity,
        List<Citation> citations)
        implements Document {

    /** A limit of a mandate. */
    @Schema(name = "MandateLimit", description = "A limit of a mandate.")
    public record Limit(
            @Schema(description = "The limit in our own words.") @SearchText
            String text,

            List<Citation> citations) implements Cited {}

    /** Review clause of a mandate and the due date of the review. */
    @Schema(name = "MandateReview", description = "Review clause of a mandate and the due date of the review.")
    public record Review(
            @Schema(description = "Whether it has a review clause.")
            boolean clause,

            @Schema(description = "When the review is due; null if no source states it.", nullable = true) @Nullable PartialDate dueOn,

            List<Citation> citations)
            implements Cited {}

    /** A superseded mandate. */
    @Schema(description = "A superseded mandate.")
    public record SupersededMandate(
            @Schema(description = "Mandate id.") @References("mandate")
            String mandate,

            Supersession manner,
            List<Citation> citations)
            implements Cited {}

    /** An earlier holder of a mandate. */
    @Schema(name = "MandateHolder", description = "An earlier holder of a mandate.")
    public record Holder(
            @Schema(description = "Institution id.") @References("institution")
            String institution,

            Validity validity,
            List<Citation> citations)
            implements Dated, Cited {}
}
