package org.mandateatlas.gateway.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a snapshot: a line that describes it, a line per document, and a line that completes it. A page is read once the client
 * has taken the one before, so a slow client needs no more memory than a fast one.
 */
final class SnapshotWriter {

    private final SnapshotReader reader;
    private final ObjectMapper mapper;
    private final HttpServerResponse response;

    SnapshotWriter(SnapshotReader reader, ObjectMapper mapper, HttpServerResponse response) {
        this.reader = reader;
        this.mapper = mapper;
        this.response = response;
    }

    /** Writes a snapshot. If it cannot be completed, the connection is reset, so that it does not look complete. */
    void write(Snapshot snapshot, OutputStream out) throws IOException {
        try {
            write(out, new SnapshotLine.Start(snapshot.description()));
            long documents = 0;
            for (Iterator<Map.Entry<String, SnapshotPage>> streams =
                            snapshot.pages().entrySet().iterator();
                    streams.hasNext(); ) {
                var first = streams.next();
                streams.remove();
                documents += write(out, first.getKey(), first.getValue());
            }
            write(out, new SnapshotLine.End(new SnapshotLine.Count(documents)));
        } catch (CompletionException | InterruptedException e) {
            Log.warnf("A snapshot was aborted: %s", e.getMessage());
            response.reset();
            throw new InterruptedIOException(e.getMessage());
        }
    }

    private long write(OutputStream out, String stream, SnapshotPage first) throws IOException, InterruptedException {
        long documents = 0;
        for (@Nullable SnapshotPage page = first; page != null; ) {
            var lines = DocumentLines.of(stream, page.lines());
            documents += lines.documents();
            out.write(lines.text().getBytes());
            out.flush();
            page = page.next() == null ? null : reader.next(page.next());
        }
        return documents;
    }

    private void write(OutputStream out, SnapshotLine line) throws IOException {
        out.write(mapper.writeValueAsBytes(line));
        out.write('\n');
    }
}
