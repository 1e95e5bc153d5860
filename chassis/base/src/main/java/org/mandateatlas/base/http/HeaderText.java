package org.mandateatlas.base.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.mandateatlas.base.problem.ProblemException;

/** The text of a header whose bytes arrive as Latin-1 although most clients send UTF-8. */
public final class HeaderText {

    private static final String UTF_8 = "UTF-8'";

    /** Possessive, since a match that may backtrack takes stack in proportion to the length. */
    private static final Pattern EXTENDED =
            Pattern.compile("'[A-Za-z0-9-]*'((?:[A-Za-z0-9!#$&+.^_`|~-]++|%[0-9A-Fa-f]{2})*+)");

    private HeaderText() {}

    /** Returns whether a value is meant to be an extended value (RFC 8187). */
    public static boolean isExtended(String value) {
        return value.strip().regionMatches(true, 0, UTF_8, 0, UTF_8.length());
    }

    /**
     * Decodes an extended value (RFC 8187), such as {@code UTF-8''Gen%C3%A8ve}.
     *
     * @throws ProblemException (400) if it is malformed, or not in UTF-8
     */
    public static String extended(String header, String value) {
        var encoded = EXTENDED.matcher(isExtended(value) ? value.substring(UTF_8.length() - 1) : "");
        if (encoded.matches()) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes(encoded.group(1))))
                        .toString();
            } catch (CharacterCodingException e) {
                // rejected below
            }
        }
        throw ProblemException.header(
                header, "is not a value in UTF-8 that is encoded as in RFC 8187, such as UTF-8''Gen%C3%A8ve");
    }

    private static byte[] bytes(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Decodes the bytes as UTF-8, or as Latin-1 if they are not valid UTF-8. */
    public static String of(String latin1) {
        if (latin1.chars().anyMatch(character -> character > 0xFF)) {
            return latin1;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return latin1;
        }
    }
}
