package org.mandateatlas.gateway.cache;

import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.edge.PublicAddress;

/**
 * All of a read that its answer depends on, but for the state of the registry.
 *
 * @param address the address of the gateway that links in the answer lead to; null when the gateway itself asks
 * @param path the normalized path
 * @param query the query as it was written; null for none
 * @param accept the forms of answer that are wanted, as the header says; empty for no wish
 * @param day the day of the asking, counted from 1970, since it tells what is current and what has ended
 */
public record CacheKey(
        @Nullable PublicAddress address,
        String path,
        @Nullable String query,
        String accept,
        long day) {

    /** A character of Latin-1 takes a byte, and few paths have others. */
    int size() {
        return path.length() + (query == null ? 0 : query.length()) + accept.length();
    }
}
