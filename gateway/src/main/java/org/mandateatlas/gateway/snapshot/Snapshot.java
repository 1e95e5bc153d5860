package org.mandateatlas.gateway.snapshot;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import org.mandateatlas.base.position.Position;

/**
 * One snapshot on its way to a client: a line that says what it is, a line for each document, and a line that says that it is whole. The
 * next page is read once the client has taken the one before, so that a slow client costs no more memory than a fast one and holds
 * nothing up at an owner.
 */
final class Snapshot {

    private final HttpServerResponse response;
    private final SnapshotReads reads;
    private final Iterator<Map.Entry<String, SnapshotPage>> streams;
    private long documents;

    /** A snapshot whose collections begin with those pages. */
    Snapshot(HttpServerResponse response, SnapshotReads reads, SortedMap<String, SnapshotPage> first) {
        this.response = response;
        this.reads = reads;
        this.streams = first.entrySet().iterator();
    }

    /** Returns the point of the logs that a snapshot reflects that begins with those pages: of each stream its own page knows exactly. */
    static Position position(SortedMap<String, SnapshotPage> first) {
        Position position = Position.START;
        for (Map.Entry<String, SnapshotPage> page : first.entrySet()) {
            position = position.with(page.getKey(), page.getValue().position().of(page.getKey()));
        }
        return position;
    }

    /** Sends it. */
    void send(JsonObject description) {
        write(line("snapshot", description)).onSuccess(begun -> nextStream()).onFailure(this::breakOff);
    }

    private void nextStream() {
        if (streams.hasNext()) {
            Map.Entry<String, SnapshotPage> first = streams.next();
            streams.remove();
            pass(first.getKey(), first.getValue());
        } else {
            response.end(line("end", new JsonObject().put("documents", documents)));
        }
    }

    private void pass(String stream, SnapshotPage page) {
        var lines = SnapshotLines.of(stream, page.lines());
        documents += lines.documents();
        String next = page.next();
        write(lines.text())
                .onSuccess(taken -> {
                    if (next == null) {
                        nextStream();
                    } else {
                        reads.readPatiently(next)
                                .onSuccess(following -> pass(stream, following))
                                .onFailure(this::breakOff);
                    }
                })
                .onFailure(this::breakOff);
    }

    /** Writes, and is done when the client has taken so much that there is room for more. */
    private Future<Void> write(Buffer text) {
        return response.closed() ? Future.failedFuture("the client has gone") : response.write(text);
    }

    /** What is not whole must not look whole. */
    private void breakOff(Throwable failure) {
        if (!response.closed()) {
            Log.warnf("A snapshot broke off: %s", failure.getMessage());
            response.reset();
        }
    }

    private static Buffer line(String name, JsonObject content) {
        return new JsonObject().put(name, content).toBuffer().appendByte((byte) '\n');
    }
}
