package org.mandateatlas.torture.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.torture.journal.Journal;
import org.mandateatlas.torture.journal.OperationOutcome;
import org.mandateatlas.torture.journal.RunClock;
import org.mandateatlas.torture.journal.WriteEntry;
import org.mandateatlas.torture.journal.WriteKind;
import org.mandateatlas.torture.load.SharedDocuments.Name;

/** Writes with a condition, and journals each with its outcome. */
final class JournaledWrites {

    private static final String NOTE = "Change-Note";
    private static final String TYPE = "Content-Type";

    private final GatewayClient api;
    private final Journal journal;
    private final RunClock clock;
    private final int writer;
    private int number;

    JournaledWrites(GatewayClient api, Journal journal, RunClock clock, int writer) {
        this.api = api;
        this.journal = journal;
        this.clock = clock;
        this.writer = writer;
    }

    /** Creates a document that does not exist. */
    Result create(String gateway, Name name, int choice) throws InterruptedException {
        var token = nextToken();
        return send(WriteKind.CREATE, gateway, name, token, 0, name.stream().document(name.id(), token, -1, choice));
    }

    /** Replaces a version of a document. */
    Result replace(String gateway, Name name, int version, int choice) throws InterruptedException {
        var token = nextToken();
        return send(
                WriteKind.REPLACE, gateway, name, token, version, name.stream().document(name.id(), token, -1, choice));
    }

    /** Changes the name of a version of a document. */
    Result patch(String gateway, Name name, int version) throws InterruptedException {
        var token = nextToken();
        return send(
                WriteKind.PATCH, gateway, name, token, version, name.stream().patch(token));
    }

    /** Retracts a version of a document. */
    Result retract(String gateway, Name name, int version) throws InterruptedException {
        return send(WriteKind.RETRACT, gateway, name, nextToken(), version, null);
    }

    /**
     * Writes documents of one stream in a batch.
     *
     * @param versions the version of each that is replaced; 0 for one that does not exist
     */
    List<Result> batch(String gateway, List<Name> names, List<Integer> versions, int choice)
            throws InterruptedException {
        var token = nextToken();
        var body = new StringBuilder();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            body.append(name.stream().document(name.id(), token, versions.get(i), choice))
                    .append('\n');
        }
        var invoked = clock.micros();
        var response = api.write(
                gateway,
                "POST",
                names.getFirst().stream().path() + "/batch",
                Map.of(NOTE, token, TYPE, "application/x-ndjson"),
                body.toString());
        var completed = clock.micros();
        var lines = response.body().lines().toList();
        return IntStream.range(0, names.size())
                .mapToObj(i -> {
                    var line = new Response(response.status(), "", i < lines.size() ? lines.get(i) : "");
                    var result = new Result(outcome(response.status()), response.status(), line.version());
                    append(WriteKind.BATCH, names.get(i), token, versions.get(i), invoked, completed, result);
                    return result;
                })
                .toList();
    }

    private Result send(WriteKind kind, String gateway, Name name, String token, int expected, @Nullable String body)
            throws InterruptedException {
        var method = switch (kind) {
            case PATCH -> "PATCH";
            case RETRACT -> "DELETE";
            default -> "PUT";
        };
        var headers = new HashMap<String, String>();
        headers.put(NOTE, token);
        if (expected == 0) {
            headers.put("If-None-Match", "*");
        } else {
            headers.put("If-Match", "\"" + expected + "\"");
        }
        if (body != null) {
            headers.put(TYPE, kind == WriteKind.PATCH ? "application/merge-patch+json" : "application/json");
        }
        var invoked = clock.micros();
        var response = api.write(gateway, method, name.path(), headers, body);
        var result = new Result(outcome(response.status()), response.status(), response.version());
        append(kind, name, token, expected, invoked, clock.micros(), result);
        return result;
    }

    private void append(
            WriteKind kind, Name name, String token, int expected, long invoked, long completed, Result result) {
        journal.append(line -> new WriteEntry(
                journal.client(),
                line,
                invoked,
                completed,
                kind,
                name.stream().stream(),
                name.id(),
                token,
                expected,
                result.outcome(),
                result.status(),
                result.version()));
    }

    /** A request that times out at a server or gateway may have been executed. */
    private static OperationOutcome outcome(int status) {
        return switch (status / 100) {
            case 2 -> OperationOutcome.OK;
            case 4 -> status == 408 ? OperationOutcome.UNKNOWN : OperationOutcome.REJECTED;
            default -> OperationOutcome.UNKNOWN;
        };
    }

    private String nextToken() {
        number++;
        return Token.of(writer, number);
    }

    /**
     * The result of a write.
     *
     * @param version the version in the response; null without one
     */
    record Result(
            OperationOutcome outcome, int status, @Nullable Integer version) {}
}
