package org.mandateatlas.registry;

import java.util.Optional;
import org.mandateatlas.base.time.Validity;

/**
 * A property that a filter asks for.
 *
 * @param name the filter's name
 * @param value the property's value
 * @param validity when the document had it
 */
public record Facet(String name, String value, Validity validity) {

    /** The facet of a document's names, folded; only a search asks for it. */
    static final String NAME = "name";

    /** Longer names are found by their words alone. */
    private static final int LONGEST_NAME = 200;

    /** The folded name, unless it is too long or has no word. */
    static Optional<Facet> ofName(String name) {
        var phrase = TextAnalyzer.phrase(name);
        return phrase.isEmpty() || phrase.length() > LONGEST_NAME ? Optional.empty() : Optional.of(of(NAME, phrase));
    }

    /** A property that the document has for as long as it is valid. */
    public static Facet of(String name, String value) {
        return new Facet(name, value, Validity.ALWAYS);
    }

    static String term(String stream, String name, String value) {
        return stream + "." + name + "=" + value;
    }
}
