package org.mandateatlas.base.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.text.Sha256;

/**
 * The text form of the opaque cursors that lead from one page of a result to the next. A cursor is bound to its query by a
 * digest, so that it is rejected with any other query.
 */
public final class Cursor {

    /** The name of the query parameter. */
    public static final String PARAMETER = "cursor";

    private static final int DIGEST_LENGTH = 11;

    private Cursor() {}

    /**
     * Encodes a cursor.
     *
     * @param query what the result is of, in a canonical form
     * @param values what the next page starts after; texts without {@code |}
     */
    public static String encode(String query, List<String> values) {
        var content = String.join("|", values);
        var text = content + "|" + digest(content + "|" + query);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes a cursor.
     *
     * @throws ProblemException (400) if it is not a cursor of the query
     */
    public static List<String> decode(String query, String cursor) {
        try {
            var parts =
                    List.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1));
            var values = parts.subList(0, parts.size() - 1);
            if (cursor.equals(encode(query, values))) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            // rejected below
        }
        throw invalid();
    }

    /** Returns the exception for a text that is not a cursor of the query. */
    public static ProblemException invalid() {
        return ProblemException.parameter(PARAMETER, "is not a cursor of this query");
    }

    private static String digest(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(text))
                .substring(0, DIGEST_LENGTH);
    }
}
