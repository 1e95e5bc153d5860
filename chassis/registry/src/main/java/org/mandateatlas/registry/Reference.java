package org.mandateatlas.registry;

/**
 * A place in a document that names another document, of the same service or of another.
 *
 * @param pointer JSON pointer of the place
 * @param stream stream of the other document
 * @param id its id
 */
public record Reference(String pointer, String stream, String id) {

    /** A document itself, at no place. */
    public static Reference to(String stream, String id) {
        return new Reference("", stream, id);
    }

    /** Returns the other document itself. */
    Reference target() {
        return to(stream, id);
    }

    /** Returns the term by which the index finds what is about the other document. */
    public String term() {
        return stream + "=" + id;
    }
}
