package org.mandateatlas.base;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Texts that clients send to parsers: any characters, pieces of what the parsers expect in any order, and one piece many times. */
public final class HostileTexts implements ArbitrarySupplier<String> {

    private static final Arbitrary<String> PIECES = Arbitraries.of(
            "",
            " ",
            "\t",
            "\u0000",
            "\u007F",
            "\u00E9",
            "\uD800",
            "\uFFFF",
            "\uD83D\uDE00",
            ",",
            ";",
            ":",
            "-",
            "/",
            ".",
            "..",
            "*",
            "\"",
            "\\",
            "'",
            "%",
            "%41",
            "%zz",
            "=",
            "+",
            "|",
            "[",
            "]",
            "{",
            "}",
            "~",
            "?",
            "W/",
            "q=",
            "q=0.5",
            ";q=NaN",
            "a",
            "a-",
            "mandate",
            "mandate:1",
            ":99999999999999999999",
            "*/*",
            "text/csv",
            "application/json",
            "2004",
            "2004-02-30",
            "-12-31",
            "T23:59:60Z",
            "0",
            "-1",
            "1e400",
            "Infinity",
            "UTF-8''",
            "gzip",
            "\"1\"",
            "bnVsbA==");

    @Override
    public Arbitrary<String> get() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                PIECES.list().ofMaxSize(12).map(pieces -> String.join("", pieces)),
                Combinators.combine(PIECES, Arbitraries.integers().between(0, 4000))
                        .as(String::repeat));
    }

    /** Parses the largest header, a piece many times, with a small stack, as a server has many of. */
    public static void parse(String piece, Runnable parser) {
        var failure = new Throwable[1];
        var thread = new Thread(null, parser, piece, 256 * 1024);
        thread.setUncaughtExceptionHandler((failed, thrown) -> failure[0] = thrown);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure[0] != null) {
            throw new AssertionError("a text that repeats " + piece, failure[0]);
        }
    }
}
