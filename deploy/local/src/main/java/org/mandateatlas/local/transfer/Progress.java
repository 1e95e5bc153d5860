package org.mandateatlas.local.transfer;

import java.io.PrintStream;
import java.util.Locale;

/** Shows the progress of a transfer on one line of a terminal, or at its end otherwise. */
final class Progress {

    private static final long INTERVAL_NANOS = 200_000_000;

    private final PrintStream out;
    private final boolean isTerminal;
    private final long began = System.nanoTime();
    private long shown;

    Progress(PrintStream out) {
        this.out = out;
        var console = System.console();
        this.isTerminal = console != null && console.isTerminal();
    }

    /** Shows a state that may be replaced by the next one. */
    void show(String text) {
        if (isTerminal && System.nanoTime() - shown > INTERVAL_NANOS) {
            out.print("\r\u001b[K" + text);
            out.flush();
            shown = System.nanoTime();
        }
    }

    /** Shows a final state. */
    void line(String text) {
        out.println((isTerminal ? "\r\u001b[K" : "") + text);
    }

    /** Returns the time since the beginning and the rate of documents in it. */
    String rate(long documents) {
        var seconds = Math.max((System.nanoTime() - began) / 1e9, 0.001);
        return String.format(Locale.ROOT, "%.1f s, %,.0f documents/s", seconds, documents / seconds);
    }
}
