package org.mandateatlas.functions.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;

/**
 * What is read of a mandate.
 *
 * @param id its slug
 * @param institution who holds it
 * @param title what it is, in a phrase
 * @param functions the functions that it covers
 * @param populations the people that it is for
 * @param review whether and when it is to be reviewed; null when nothing is known
 * @param supersedes whose place it took
 * @param earlierHolders who held it before
 * @param validity when it stands
 * @param citations where it stands
 */
public record Mandate(
        String id,
        String institution,
        String title,
        List<String> functions,
        List<String> populations,
        @Nullable Review review,
        List<Superseded> supersedes,
        List<Holder> earlierHolders,
        Validity validity,
        List<Citation> citations) {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // the writer may leave out what is empty
    public Mandate {
        institution = institution.intern();
        functions = functions == null
                ? List.of()
                : functions.stream().map(String::intern).toList();
        populations = populations == null
                ? List.of()
                : populations.stream().map(String::intern).toList();
        supersedes = supersedes == null ? List.of() : List.copyOf(supersedes);
        earlierHolders = earlierHolders == null ? List.of() : List.copyOf(earlierHolders);
        validity = validity == null ? Validity.ALWAYS : validity;
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** Returns who held it on the day. */
    public String holder(LocalDate day) {
        for (var holder : earlierHolders) {
            if (holder.validity.contains(day)) {
                return holder.institution;
            }
        }
        return institution;
    }

    /** Whether it carries a review clause, and when the review is due. */
    public record Review(boolean clause, @Nullable PartialDate dueOn, List<Citation> citations) {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // the writer may leave out what is empty
        public Review {
            citations = citations == null ? List.of() : List.copyOf(citations);
        }
    }

    /** A mandate whose place was taken, {@code explicit}ly or by content alone ({@code implicit}). */
    public record Superseded(String mandate, String manner, List<Citation> citations) {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // the writer may leave out what is empty
        public Superseded {
            citations = citations == null ? List.of() : List.copyOf(citations);
        }
    }

    /** An institution that held it for a time. */
    public record Holder(String institution, Validity validity, List<Citation> citations) implements Dated {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // the writer may leave out what is usual
        public Holder {
            institution = institution.intern();
            validity = validity == null ? Validity.ALWAYS : validity;
            citations = citations == null ? List.of() : List.copyOf(citations);
        }
    }
}
