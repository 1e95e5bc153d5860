package org.mandateatlas.torture.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** The append-only journal of a client: a file with an entry as JSON per line. */
public final class Journal implements AutoCloseable {

    static final String SUFFIX = ".ndjson";

    static final ObjectMapper JSON = new ObjectMapper();

    private final String client;
    private final BufferedWriter out;
    private int lines;

    private Journal(String client, BufferedWriter out) {
        this.client = client;
        this.out = out;
    }

    /** Creates the journal of a client in a folder. */
    public static Journal create(Path folder, String client) {
        try {
            return new Journal(client, Files.newBufferedWriter(folder.resolve(client + SUFFIX)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of the client. */
    public String client() {
        return client;
    }

    /** Appends an entry, which is given its line. */
    public synchronized void append(IntFunction<? extends Entry> entry) {
        try {
            lines++;
            out.write(JSON.writeValueAsString(entry.apply(lines)));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
