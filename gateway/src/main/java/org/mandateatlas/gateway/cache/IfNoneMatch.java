package org.mandateatlas.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition under which a client has an answer already, judged as the owners judge it. */
public final class IfNoneMatch {

    private static final String WEAK = "W/";

    private IfNoneMatch() {}

    /**
     * Tells whether the client says that it has the answer.
     *
     * @param request the headers of the request
     * @param tag the answer's tag; null for none, and then nobody has it
     */
    public static boolean isMetBy(MultiMap request, @Nullable String tag) {
        return tag != null
                && request.contains(HttpHeaders.IF_NONE_MATCH)
                && names(request.getAll(HttpHeaders.IF_NONE_MATCH), tag);
    }

    private static boolean names(List<String> lines, String tag) {
        for (String line : lines) {
            for (String one : line.split(",", -1)) {
                String known = one.strip();
                if (known.equals("*")
                        || known.equals(tag)
                        || (known.startsWith(WEAK) && known.length() == tag.length() + 2 && known.endsWith(tag))) {
                    return true;
                }
            }
        }
        return false;
    }
}
