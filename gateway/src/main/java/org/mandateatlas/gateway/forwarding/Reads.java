package org.mandateatlas.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;

/** How the gateway itself reads what it composes its own answers from. */
public interface Reads {

    /**
     * Reads a path of an owner, whole, as JSON.
     *
     * @param uri path and query, below {@code /v1/} and of a collection that has an owner
     * @return the answer, of whatever status; fails when the owner gives none
     */
    Future<Answer> read(String uri);

    /**
     * Begins to read a path of an owner as a stream of lines. The response is paused: its headers have come and nothing of its body is
     * lost until it is read.
     *
     * @param uri path and query, below {@code /v1/} and of a collection that has an owner
     */
    Future<HttpClientResponse> stream(String uri);
}
