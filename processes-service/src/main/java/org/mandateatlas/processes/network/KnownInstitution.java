package org.mandateatlas.processes.network;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;

/**
 * What is read of an institution: what it was called when.
 *
 * @param id its slug
 * @param names its names
 */
record KnownInstitution(String id, List<Name> names) {

    private static final Comparator<Name> LATEST = Comparator.comparing((Name name) -> name.validity.firstDay())
            .thenComparing(name -> name.language.equals("en"));

    @SuppressWarnings({"NullAway", "ConstantValue"}) // the writer may leave out what is empty
    KnownInstitution {
        names = names == null ? List.of() : List.copyOf(names);
    }

    /** Returns its official name on the day, or its id where none is known. */
    String name(LocalDate day) {
        return Dated.on(day, names).stream()
                .filter(name -> name.kind.equals("official"))
                .max(LATEST)
                .map(Name::value)
                .orElse(id);
    }

    /** Returns its latest official name, or its id where none is known. */
    String name() {
        return names.stream()
                .filter(name -> name.kind.equals("official"))
                .max(LATEST)
                .map(Name::value)
                .orElse(id);
    }

    /** A name for a time. */
    record Name(String kind, String value, String language, Validity validity) implements Dated {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // the writer may leave out what is usual
        Name {
            language = language == null ? "" : language;
            validity = validity == null ? Validity.ALWAYS : validity;
        }
    }
}
