package org.mandateatlas.torture.load;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.ReadEntry;
import org.mandateatlas.torture.journal.RunClock;
import org.mandateatlas.torture.load.SharedDocuments.Name;

/** Reads that send back the highest position seen, and journals each. */
final class JournaledReads {

    private final GatewayClient api;
    private final Journal journal;
    private final RunClock clock;
    private final Map<String, Long> seen = new TreeMap<>();

    JournaledReads(GatewayClient api, Journal journal, RunClock clock) {
        this.api = api;
        this.journal = journal;
        this.clock = clock;
    }

    /** Reads a document. */
    Response document(String gateway, Name name, boolean fresh) throws InterruptedException {
        return read(gateway, name.path(), fresh, name.document());
    }

    /** Reads any other resource. */
    void resource(String gateway, String path) throws InterruptedException {
        read(gateway, path, false, null);
    }

    private Response read(String gateway, String path, boolean fresh, @Nullable String document)
            throws InterruptedException {
        var headers = new HashMap<String, String>();
        if (fresh) {
            headers.put("Cache-Control", "no-cache");
        }
        var sent = Map.copyOf(seen);
        if (!sent.isEmpty()) {
            headers.put(
                    "Atlas-Position",
                    seen.entrySet().stream()
                            .map(stream -> stream.getKey() + ":" + stream.getValue())
                            .collect(Collectors.joining(",")));
        }
        var invoked = clock.micros();
        var response = api.get(gateway, path, headers);
        var completed = clock.micros();
        var position = response.sequences();
        var isDocument = document != null;
        journal.append(line -> new ReadEntry(
                journal.client(),
                line,
                gateway,
                invoked,
                completed,
                path,
                fresh,
                sent,
                response.status(),
                position,
                document,
                isDocument ? response.version() : null,
                isDocument ? response.token() : null));
        if (response.status() == 200 || response.status() == 404 || response.status() == 410) {
            position.forEach((stream, sequence) -> seen.merge(stream, sequence, Math::max));
        }
        return response;
    }
}
