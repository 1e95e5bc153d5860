package org.mandateatlas.base.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The precondition {@code If-None-Match} of a read, with weak comparison of entity tags (RFC 9110, 13.1.2). */
public final class IfNoneMatch {

    private static final String WEAK = "W/";

    private IfNoneMatch() {}

    /**
     * Returns whether the client already has the response, which is then a 304.
     *
     * @param lines the values of the header; empty when the request has none
     * @param tag the strong entity tag of the response; null for none, which never matches
     */
    public static boolean isMetBy(List<String> lines, @Nullable String tag) {
        if (tag == null) {
            return false;
        }
        for (String line : lines) {
            for (String item : line.split(",", -1)) {
                var known = item.strip();
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
