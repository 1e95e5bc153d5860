package org.mandateatlas.base.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The target of a request. Many clients send characters that RFC 3986 reserves, such as {@code |}, {@code ^} and {@code {x}}, an
 * unencoded {@code %} or raw UTF-8. Their meaning is unambiguous.
 */
final class RequestTarget {

    private static final boolean[] ENCODED = new boolean[0x80];
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static {
        "\"<>\\^`{|}\u007F".chars().forEach(character -> ENCODED[character] = true);
        Arrays.fill(ENCODED, 0, ' ' + 1, true);
    }

    private RequestTarget() {}

    /** Returns the target with such characters percent-encoded; the same instance if there are none. */
    static String encode(String target) {
        return isValid(target) ? target : encodeEach(HeaderText.of(target));
    }

    private static boolean isValid(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (isEncoded(target, i)) {
                return false;
            }
        }
        return true;
    }

    private static String encodeEach(String target) {
        var encoded = new StringBuilder(target.length() + 16);
        for (int i = 0; i < target.length(); i++) {
            char character = target.charAt(i);
            if (!isEncoded(target, i)) {
                encoded.append(character);
                continue;
            }
            int end = Character.isHighSurrogate(character) && i + 1 < target.length() ? i + 2 : i + 1;
            for (byte octet : target.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
            i = end - 1;
        }
        return encoded.toString();
    }

    private static boolean isEncoded(String target, int i) {
        char character = target.charAt(i);
        return character > 0x7F || ENCODED[character] || (character == '%' && !startsEscape(target, i));
    }

    private static boolean startsEscape(String target, int i) {
        return i + 2 < target.length()
                && HexFormat.isHexDigit(target.charAt(i + 1))
                && HexFormat.isHexDigit(target.charAt(i + 2));
    }
}
