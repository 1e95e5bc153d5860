package org.mandateatlas.local.transfer;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the documents of a snapshot to a registry. Stored documents that are equal stay as they are, so an import can be repeated.
 *
 * <p>Streams are sent in an order in which most references point backwards. A line that is rejected, for example because it refers to
 * a document that has not been written or replicated yet, is sent again after the others, as long as that helps. So is a batch for
 * which the service is unavailable, as it may wait for documents that were rejected.
 */
public final class Import {

    private static final int MOST_LINES = 1000;
    private static final int MOST_BYTES = 4 << 20;
    private static final int IDLE_ROUNDS = 5;
    private static final long PAUSE_MILLIS = 1000;

    /** A suite that has just started on a busy machine may need a minute until its services know each other's streams. */
    private static final int UNAVAILABLE_ROUNDS = 60;

    private static final int MOST_REPORTED = 20;

    private final BatchClient client;
    private final Progress progress;
    private final Map<String, List<ImportedLine>> open = new LinkedHashMap<>();
    private final Map<Long, String> reasons = new LinkedHashMap<>();
    private long written;
    private long recorded;
    private boolean unavailable;

    private Import(BatchClient client, PrintStream messages) {
        this.client = client;
        this.progress = new Progress(messages);
    }

    /**
     * Imports a file; the progress goes to the stream.
     *
     * @param token an access token of a curator
     * @throws TransferFailure naming the lines that cannot be written; all others are written
     */
    public static void run(Path file, URI gateway, String token, PrintStream messages)
            throws IOException, InterruptedException {
        try (var client = new BatchClient(gateway, token)) {
            new Import(client, messages).run(SnapshotFile.open(file));
        }
    }

    private void run(SnapshotFile file) throws IOException, InterruptedException {
        for (var stream : file.streams()) {
            send(file, stream);
            progress.line(file.collection(stream) + ": " + file.documents(stream));
        }
        for (int idle = 0, waits = 0; !open.isEmpty() && idle < IDLE_ROUNDS && waits < UNAVAILABLE_ROUNDS; ) {
            unavailable = false;
            var before = written;
            var again = new LinkedHashMap<>(open);
            open.clear();
            for (var lines : again.entrySet()) {
                for (var batch : batches(lines.getValue())) {
                    send(lines.getKey(), batch);
                }
            }
            if (written == before) {
                idle += unavailable ? 0 : 1;
                waits++;
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        if (!open.isEmpty()) {
            throw rejected();
        }
        progress.line("Imported " + written + " documents, of which " + (written - recorded) + " were unchanged ("
                + progress.rate(written) + ")");
    }

    private void send(SnapshotFile file, String stream) throws IOException, InterruptedException {
        var batch = new ArrayList<ImportedLine>();
        var bytes = new int[] {0};
        file.forEach(stream, line -> {
            var length = line.document().getBytes(StandardCharsets.UTF_8).length;
            if (batch.size() == MOST_LINES || (bytes[0] + length > MOST_BYTES && !batch.isEmpty())) {
                send(file.collection(stream), batch);
                batch.clear();
                bytes[0] = 0;
            }
            batch.add(line);
            bytes[0] += length;
        });
        if (!batch.isEmpty()) {
            send(file.collection(stream), batch);
        }
    }

    private static List<List<ImportedLine>> batches(List<ImportedLine> lines) {
        var batches = new ArrayList<List<ImportedLine>>();
        for (var from = 0; from < lines.size(); from += MOST_LINES / 4) {
            batches.add(lines.subList(from, Math.min(from + MOST_LINES / 4, lines.size())));
        }
        return batches;
    }

    /** Sends a batch without the lines that are rejected, which stay open. */
    private void send(String collection, List<ImportedLine> batch) throws IOException, InterruptedException {
        var rest = List.copyOf(batch);
        while (!rest.isEmpty()) {
            var outcome = client.send(collection, rest);
            if (outcome.rejected().isEmpty()) {
                written += rest.size();
                recorded += outcome.recorded();
                progress.show(collection + ": " + written + " documents (" + progress.rate(written) + ")");
                return;
            }
            unavailable |= outcome.isUnavailable();
            var accepted = new ArrayList<ImportedLine>();
            for (var i = 0; i < rest.size(); i++) {
                var line = rest.get(i);
                var reason = outcome.rejected().get(i);
                if (reason == null) {
                    accepted.add(line);
                } else {
                    open.computeIfAbsent(collection, none -> new ArrayList<>()).add(line);
                    reasons.put(line.number(), reason);
                }
            }
            rest = accepted;
        }
    }

    private TransferFailure rejected() {
        var lines = open.values().stream().flatMap(List::stream).toList();
        var message = new StringBuilder(lines.size() + " lines cannot be written; " + written + " documents are.");
        lines.stream()
                .limit(MOST_REPORTED)
                .forEach(line -> message.append("\n  line ")
                        .append(line.number())
                        .append(": ")
                        .append(reasons.get(line.number())));
        if (lines.size() > MOST_REPORTED) {
            message.append("\n  and ").append(lines.size() - MOST_REPORTED).append(" more");
        }
        return new TransferFailure(message.toString());
    }
}
