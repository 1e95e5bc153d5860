package org.mandateatlas.processes.network;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Validity;

/**
 * The fields of an institution that the network needs.
 *
 * @param id its id
 * @param names its names
 * @param validity the period in which it existed
 */
record NamedInstitution(String id, List<Name> names, Validity validity) {

    private static final Comparator<Name> LATEST = Comparator.comparing((Name name) -> name.validity.firstDay())
            .thenComparing(name -> name.language.equals("en"));

    /** Returns its official name on the day, or its id. */
    String name(LocalDate day) {
        return Dated.on(day, names).stream()
                .filter(name -> name.kind.equals("official"))
                .max(LATEST)
                .map(Name::value)
                .orElse(id);
    }

    /** Returns its latest official name, or its id. */
    String name() {
        return names.stream()
                .filter(name -> name.kind.equals("official"))
                .max(LATEST)
                .map(Name::value)
                .orElse(id);
    }

    /** A name in a period. */
    record Name(String kind, String value, String language, Validity validity) implements Dated {

        @SuppressWarnings({"NullAway", "ConstantValue"}) // JSON may omit default values
        Name {
            language = language == null ? "" : language;
        }
    }
}
