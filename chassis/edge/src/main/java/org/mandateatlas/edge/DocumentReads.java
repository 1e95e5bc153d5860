package org.mandateatlas.edge;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.SortedSet;

/** Reads of documents, for the parts of a gateway that present them in another way. */
public interface DocumentReads {

    /** Returns the names of the collections of documents, sorted. */
    SortedSet<String> collections();

    /**
     * Reads JSON, whole.
     *
     * @param uri path and query in one of the collections
     * @return the response, of any status; fails if the service sends none
     */
    Future<Read> read(String uri);

    /**
     * A response.
     *
     * @param status the HTTP status
     * @param body the body
     */
    record Read(int status, Buffer body) {}
}
