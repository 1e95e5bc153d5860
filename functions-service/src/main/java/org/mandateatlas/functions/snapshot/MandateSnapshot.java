package org.mandateatlas.functions.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.citation.Citation;

/**
 * The fields of a mandate that coverage needs.
 *
 * @param id its id
 * @param institution its current holder
 * @param title its title
 * @param functions the functions that it covers
 * @param populations its beneficiaries
 * @param review its review, or null if unknown
 * @param supersedes the mandates that it supersedes
 * @param earlierHolders its earlier holders
 * @param validity the period in which it holds
 * @param citations its citations
 */
public record MandateSnapshot(
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

    public MandateSnapshot {
        institution = institution.intern();
        functions = functions.stream().map(String::intern).toList();
        populations = populations.stream().map(String::intern).toList();
    }

    /** Returns its holder on the day. */
    public String holder(LocalDate day) {
        for (var holder : earlierHolders) {
            if (holder.validity.contains(day)) {
                return holder.institution;
            }
        }
        return institution;
    }

    /** Returns its holder and its earlier holders. */
    Stream<String> holders() {
        return Stream.concat(Stream.of(institution), earlierHolders.stream().map(Holder::institution));
    }

    /** A review: whether there is a review clause, and when the review is due. */
    public record Review(boolean clause, @Nullable PartialDate dueOn, List<Citation> citations) {}

    /** A superseded mandate, {@code explicit}ly or by content ({@code implicit}). */
    public record Superseded(String mandate, String manner, List<Citation> citations) {}

    /** An earlier holder with its period. */
    public record Holder(String institution, Validity validity, List<Citation> citations) implements Dated {

        public Holder {
            institution = institution.intern();
        }
    }
}
