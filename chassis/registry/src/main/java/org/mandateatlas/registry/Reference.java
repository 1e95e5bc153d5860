package org.mandateatlas.registry;

/**
 * A reference in a document to another document, of the same or another service.
 *
 * @param pointer JSON pointer of the place
 * @param stream stream of the other document
 * @param id its id
 */
public record Reference(String pointer, String stream, String id) {

    /** A reference to a document without a pointer. */
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
