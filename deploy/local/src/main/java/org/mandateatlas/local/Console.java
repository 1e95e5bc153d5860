package org.mandateatlas.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The output of a supervisor: the terminal and a log file. */
final class Console {

    private final PrintStream terminal;
    private final Path log;

    Console(PrintStream terminal, Path log) {
        this.terminal = terminal;
        this.log = log;
    }

    synchronized void line(String text) {
        terminal.println(text);
        terminal.flush();
        note(text);
    }

    /** Writes a line to the log file only. */
    synchronized void note(String text) {
        try {
            Files.writeString(
                    log, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            terminal.println("(" + log + " cannot be written: " + e + ")");
        }
    }

    /**
     * Closes the standard streams, so that the reader of our output reaches its end while we keep running.
     *
     * <p>Closing a standard stream of a JVM points it to the null device.
     */
    static void detachFromTerminal() {
        try {
            new FileOutputStream(FileDescriptor.out).close();
            new FileOutputStream(FileDescriptor.err).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
