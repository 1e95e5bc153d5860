package org.mandateatlas.registry;

import org.mandateatlas.base.time.Validity;

/**
 * A value that filters match.
 *
 * @param name the filter's name
 * @param value the property's value
 * @param validity when the document has it
 */
public record Facet(String name, String value, Validity validity) {

    /** The facet of a document's names, for searches only. */
    public static final String NAME = "name";

    /** A value for the whole validity of the document. */
    public static Facet of(String name, String value) {
        return new Facet(name, value, Validity.ALWAYS);
    }

    /** Returns the term by which the index finds a value of a filter. */
    public static String term(String stream, String name, String value) {
        return stream + "." + name + "=" + value;
    }
}
