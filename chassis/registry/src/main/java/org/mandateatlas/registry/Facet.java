package org.mandateatlas.registry;

import org.mandateatlas.base.time.Validity;

/**
 * A property that a filter asks for.
 *
 * @param name the filter's name
 * @param value the property's value
 * @param validity when the document had it
 */
public record Facet(String name, String value, Validity validity) {

    /** The facet of a document's names, as phrases of words; only searches ask for it. */
    public static final String NAME = "name";

    /** A property that the document has for as long as it is valid. */
    public static Facet of(String name, String value) {
        return new Facet(name, value, Validity.ALWAYS);
    }

    /** Returns the term by which the index finds a value of a filter. */
    public static String term(String stream, String name, String value) {
        return stream + "." + name + "=" + value;
    }
}
