package org.mandateatlas.chassis.registry;

import org.mandateatlas.chassis.time.Validity;

/**
 * A property that a filter asks for.
 *
 * @param name the filter's name
 * @param value the property's value
 * @param validity when the document had it
 */
public record Facet(String name, String value, Validity validity) {

    /** A property that the document has for as long as it is valid. */
    public static Facet of(String name, String value) {
        return new Facet(name, value, Validity.ALWAYS);
    }

    static String term(String stream, String name, String value) {
        return stream + "." + name + "=" + value;
    }
}
