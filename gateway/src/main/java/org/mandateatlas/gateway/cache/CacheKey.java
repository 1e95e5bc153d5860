package org.mandateatlas.gateway.cache;

import org.jspecify.annotations.Nullable;
import org.mandateatlas.edge.PublicAddress;

/**
 * Everything in a request that its response depends on, apart from the state of the registry.
 *
 * @param address the gateway's address that links in the response lead to; null for a request of the gateway itself
 * @param upstream the upstream that the gateway itself reads; null for a request of a client
 * @param path the normalized path
 * @param query the query as it was written; null for none
 * @param accept the accepted media types, as in the header; empty for any
 * @param day the day of the request, counted from 1970, since it decides what is current and what has ended
 */
public record CacheKey(
        @Nullable PublicAddress address,
        @Nullable String upstream,
        String path,
        @Nullable String query,
        String accept,
        long day) {

    /** Returns the key of a client's request. */
    public static CacheKey ofClient(
            PublicAddress address, String path, @Nullable String query, String accept, long day) {
        return new CacheKey(address, null, path, query, accept, day);
    }

    /** Returns the key of a request of the gateway itself to an upstream. */
    public static CacheKey ofGateway(String upstream, String path, @Nullable String query, String accept, long day) {
        return new CacheKey(null, upstream, path, query, accept, day);
    }

    /** A character of Latin-1 takes a byte, and few paths have others. */
    int size() {
        return path.length() + (query == null ? 0 : query.length()) + accept.length();
    }
}
