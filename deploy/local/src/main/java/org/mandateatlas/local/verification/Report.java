package org.mandateatlas.local.verification;

import java.io.PrintStream;
import java.util.Locale;

/** The report of a verification: what was compared, and the findings. */
final class Report {

    private final PrintStream out;
    private int findings;

    Report(PrintStream out) {
        this.out = out;
    }

    void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, "  " + format + "%n", arguments);
    }

    void finding(String text) {
        findings++;
        out.println("! " + text);
    }

    int findings() {
        return findings;
    }
}
