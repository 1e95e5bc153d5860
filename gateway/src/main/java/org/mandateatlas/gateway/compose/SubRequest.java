package org.mandateatlas.gateway.compose;

import java.util.List;
import org.mandateatlas.gateway.proxy.Upstream;

/**
 * One of the reads that a response is composed of.
 *
 * @param name its name: the field of the response that it is for, followed by {@code #} and a distinguishing suffix if the field has several
 * @param upstream the service to read
 * @param collections the collections that it reads
 * @param uri path and query
 * @param extent how much is read, and the meaning of a 4xx
 */
public record SubRequest(String name, Upstream upstream, List<String> collections, String uri, Extent extent) {

    /** The extent of the read and the meaning of a 4xx. */
    public enum Extent {
        /** One response; a refusal, as of an unknown id, is the response to the client. */
        MAIN,
        /** One response; what does not exist is left out. */
        OPTIONAL,
        /** The first page of a collection. */
        PAGE
    }

    /** Returns the field of the response that it is for. */
    String field() {
        int end = name.indexOf('#');
        return end < 0 ? name : name.substring(0, end);
    }
}
