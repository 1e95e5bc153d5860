package org.mandateatlas.torture.load;

import java.util.regex.Pattern;

/** The words that mark writes: all have the same length, so that none is the beginning of another one in a search. */
final class Token {

    static final Pattern PATTERN = Pattern.compile("\\bw[0-9]{2}n[0-9]{6}\\b");

    private Token() {}

    static String of(int writer, int number) {
        return "w%02dn%06d".formatted(writer, number);
    }
}
