package org.mandateatlas.base.text;

/**
 * The characters that every format of the API can represent, which are those of XML 1.0 and I-JSON (RFC 7493) except control
 * characters.
 */
public final class Characters {

    private static final int NONCHARACTERS_FIRST = 0xFDD0;
    private static final int NONCHARACTERS_LAST = 0xFDEF;
    private static final int LAST_TWO_OF_PLANE = 0xFFFE;

    private Characters() {}

    /** Returns whether a text has neither control characters but tabs and line feeds, nor unpaired surrogates or noncharacters. */
    public static boolean areText(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
    }

    /** Returns whether a text has no control characters, unpaired surrogates or noncharacters. */
    public static boolean areLine(String text) {
        return text.codePoints().allMatch(Characters::isPrintable);
    }

    private static boolean isPrintable(int c) {
        return !Character.isISOControl(c)
                && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                && (c < NONCHARACTERS_FIRST || c > NONCHARACTERS_LAST)
                && (c & LAST_TWO_OF_PLANE) != LAST_TWO_OF_PLANE;
    }
}
