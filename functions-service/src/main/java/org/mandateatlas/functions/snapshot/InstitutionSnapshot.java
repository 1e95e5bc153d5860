package org.mandateatlas.functions.snapshot;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.registry.citation.Citation;

/**
 * The fields of an institution that coverage needs.
 *
 * @param id its id
 * @param names its names over time
 * @param unStatus its UN status over time
 * @param validity the period in which it existed
 * @param citations its citations
 */
public record InstitutionSnapshot(
        String id, List<Name> names, List<UnStatus> unStatus, Validity validity, List<Citation> citations) {

    private static final Comparator<Name> LATEST = Comparator.comparing((Name name) -> name.validity.firstDay())
            .thenComparing(name -> name.language.equals("en"));

    /** Returns its official name on the day, or its id. */
    public String name(LocalDate day) {
        return named("official", day).map(Name::value).orElse(id);
    }

    /** Returns its latest official name, or its id where none is known. */
    public String name() {
        return names.stream()
                .filter(name -> name.kind.equals("official"))
                .max(LATEST)
                .map(Name::value)
                .orElse(id);
    }

    /** Returns its abbreviation on the day. */
    public Optional<String> abbreviation(LocalDate day) {
        return named("abbreviation", day).map(Name::value);
    }

    /** Returns its official name on the day, with citations. */
    public Optional<Name> officialName(LocalDate day) {
        return named("official", day);
    }

    private Optional<Name> named(String kind, LocalDate day) {
        return Dated.on(day, names).stream()
                .filter(name -> name.kind.equals(kind))
                .max(LATEST);
    }

    /** Returns its UN status on the day, a current one before an unconfirmed one. */
    public Optional<UnStatus> unStatus(LocalDate day) {
        return Dated.on(day, unStatus).stream()
                .max(Comparator.comparing((UnStatus status) -> status.validity.on(day) == Status.CURRENT)
                        .thenComparing(status -> status.validity.firstDay()));
    }

    /** A name in a period. */
    public record Name(String kind, String value, String language, Validity validity, List<Citation> citations)
            implements Dated {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // JSON may omit default values
        public Name {
            language = language == null ? "" : language;
        }
    }

    /** A UN status in a period. */
    public record UnStatus(@Nullable String status, Validity validity, List<Citation> citations) implements Dated {}
}
