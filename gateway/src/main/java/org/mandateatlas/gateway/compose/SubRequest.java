package org.mandateatlas.gateway.compose;

/**
 * One of the reads that an answer is composed of.
 *
 * @param name what it is called: the field of the answer that it is for, and after a {@code #} what tells it from other parts of
 *     that field
 * @param uri path and query at the owner
 * @param extent how much of it is wanted, and what it means when the owner refuses it
 */
public record SubRequest(String name, String uri, Extent extent) {

    /** How much of a part is wanted, and what it means when the owner refuses it. */
    enum Extent {
        MAIN,
        SINGLE,
        WHOLE
    }

    /** What the answer is about: when the owner refuses it, as an unknown id, that is the answer. */
    public static SubRequest main(String name, String uri) {
        return new SubRequest(name, uri, Extent.MAIN);
    }

    /** One answer: a document, a computation or one page of a collection. What does not exist is simply not there. */
    public static SubRequest single(String name, String uri) {
        return new SubRequest(name, uri, Extent.SINGLE);
    }

    /** A collection to its end, whose {@code items} are then one list. */
    public static SubRequest whole(String name, String uri) {
        String all = uri.contains("limit=") ? uri : uri + (uri.indexOf('?') < 0 ? '?' : '&') + "limit=500";
        return new SubRequest(name, all, Extent.WHOLE);
    }

    /** Returns the same read under another name, of which it is no matter when there is no such thing. */
    public SubRequest optionallyAs(String other) {
        return new SubRequest(other, uri, extent == Extent.MAIN ? Extent.SINGLE : extent);
    }

    /** Returns the field of the answer that it is for. */
    public String field() {
        int end = name.indexOf('#');
        return end < 0 ? name : name.substring(0, end);
    }

    /** Returns the name of the collection that it is read from. */
    public String collection() {
        return uri.split("[/?]", 4)[2];
    }
}
