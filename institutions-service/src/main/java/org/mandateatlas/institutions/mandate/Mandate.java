package org.mandateatlas.institutions.mandate;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
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

/**
 * What an institution is charged to do.
 *
 * @param id its slug
 * @param version set by the registry
 * @param recordedAt set by the registry
 * @param institution id of the institution that holds it; on a day of an earlier holder's, that one
 * @param title what it is, in a phrase
 * @param text the charge, in our words
 * @param functions ids of the functions of governance that it covers
 * @param populations the people that it is for
 * @param authority what kind of act charged the institution
 * @param instrument id of the instrument that it rests on
 * @param provision the place in the instrument
 * @param force how far it binds
 * @param limits what it does not extend to
 * @param review whether and when it is to be reviewed; null when nothing is known
 * @param supersedes the mandates whose place it took
 * @param earlierHolders who held it before
 * @param validity when it stands
 * @param citations where it stands
 */
@Schema(description = "What an institution is charged to do.")
public record Mandate(
        @Schema(examples = "iom-forum") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(description = "Id of the institution that holds it, on validAt if that is given.", examples = "iom")
        @References("institution")
        @Filterable
        @EarlierValues("earlierHolders")
        String institution,

        @Name String title,

        @Schema(description = "The charge, in our words.") @SearchText
        String text,

        @Schema(description = "Ids of the functions of governance that it covers.", examples = "[\"coordination\"]")
        @References("function")
        @Filterable("function")
        List<String> functions,

        @Filterable("population") List<Population> populations,
        @Filterable Authority authority,

        @Schema(description = "Id of the instrument that it rests on.", examples = "iom-constitution", nullable = true)
        @References("instrument")
        @Filterable
        @Nullable String instrument,

        @Schema(description = "The place in the instrument.", nullable = true) @Nullable String provision,

        @Filterable LegalForce force,
        @Schema(description = "What it does not extend to.") List<Limit> limits,

        @Schema(description = "Whether and when it is to be reviewed; null when nothing is known.", nullable = true)
        @Nullable Review review,

        @Schema(description = "The mandates whose place it took.")
        List<SupersededMandate> supersedes,

        @Schema(description = "Who held it before.") List<Holder> earlierHolders,
        @Schema(description = "When it stands.") Validity validity,
        List<Citation> citations)
        implements Document {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public Mandate {
        functions = functions == null ? List.of() : List.copyOf(functions);
        populations = populations == null ? List.of() : List.copyOf(populations);
        limits = limits == null ? List.of() : List.copyOf(limits);
        supersedes = supersedes == null ? List.of() : List.copyOf(supersedes);
        earlierHolders = earlierHolders == null ? List.of() : List.copyOf(earlierHolders);
        citations = citations == null ? List.of() : List.copyOf(citations);
        validity = validity == null ? Validity.ALWAYS : validity;
    }

    /**
     * Something that a mandate does not extend to.
     *
     * @param text what, in our words
     * @param citations where it stands
     */
    @Schema(name = "MandateLimit", description = "Something that a mandate does not extend to.")
    public record Limit(@SearchText String text, List<Citation> citations) implements Cited {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
        public Limit {
            citations = citations == null ? List.of() : List.copyOf(citations);
        }
    }

    /**
     * Whether a mandate carries a review clause, and when the review is due.
     *
     * @param clause whether it carries one
     * @param dueOn when the review is due
     * @param citations where it stands
     */
    @Schema(
            name = "MandateReview",
            description = "Whether a mandate carries a review clause, and when the review is due.")
    public record Review(
            boolean clause,
            @Schema(nullable = true) @Nullable PartialDate dueOn,
            List<Citation> citations) implements Cited {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
        public Review {
            citations = citations == null ? List.of() : List.copyOf(citations);
        }
    }

    /**
     * A mandate whose place was taken.
     *
     * @param mandate its id
     * @param manner whether the new one says so
     * @param citations where it stands
     */
    @Schema(description = "A mandate whose place was taken.")
    public record SupersededMandate(
            @References("mandate") String mandate, Supersession manner, List<Citation> citations) implements Cited {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
        public SupersededMandate {
            citations = citations == null ? List.of() : List.copyOf(citations);
        }
    }

    /**
     * An institution that held a mandate before.
     *
     * @param institution its id
     * @param validity when it did
     * @param citations where it stands
     */
    @Schema(name = "MandateHolder", description = "An institution that held a mandate before.")
    public record Holder(@References("institution") String institution, Validity validity, List<Citation> citations)
            implements Dated, Cited {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is usual
        public Holder {
            validity = validity == null ? Validity.ALWAYS : validity;
            citations = citations == null ? List.of() : List.copyOf(citations);
        }
    }
}
