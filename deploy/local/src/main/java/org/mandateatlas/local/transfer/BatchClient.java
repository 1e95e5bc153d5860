package org.mandateatlas.local.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends batches of documents to a gateway. */
final class BatchClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final int ATTEMPTS = 120;

    /** A service that has not replicated another stream yet may wait for documents of that stream, which are sent first then. */
    private static final int UNAVAILABLE_ATTEMPTS = 3;

    private static final int CONNECTION_ATTEMPTS = 30;
    private static final long PAUSE_MILLIS = 1000;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI gateway;
    private final String token;

    BatchClient(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * The outcome of a batch.
     *
     * @param recorded the number of documents that were created or replaced
     * @param rejected why lines cannot be written, by index in the batch; nothing was written if there are any
     * @param isUnavailable whether all lines are rejected because the service is unavailable for them
     */
    record Outcome(long recorded, Map<Integer, String> rejected, boolean isUnavailable) {}

    /**
     * Sends a batch; waits for some seconds while the service is unavailable, and longer while the registry limits requests or cannot be
     * reached.
     *
     * @throws TransferFailure if the registry does not accept batches from this client
     */
    Outcome send(String collection, List<ImportedLine> lines) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve("/v1/" + collection + "/batch"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .header("Change-Note", "Import")
                .POST(HttpRequest.BodyPublishers.ofString(
                        lines.stream().map(ImportedLine::document).collect(Collectors.joining("\n"))))
                .build();
        for (var attempt = 1; ; attempt++) {
            try {
                var response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == UNAVAILABLE && attempt >= UNAVAILABLE_ATTEMPTS) {
                    return unavailable(lines, JSON.readTree(response.body()));
                }
                if (!isTemporary(response.statusCode()) || attempt >= ATTEMPTS) {
                    return outcome(collection, response);
                }
            } catch (ConnectException e) {
                if (attempt >= CONNECTION_ATTEMPTS) {
                    throw new TransferFailure("Nothing responds at " + gateway + "; ./atlas up starts the suite.");
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isTemporary(int status) {
        return status == 429 || status == 502 || status == UNAVAILABLE || status == 504;
    }

    private Outcome outcome(String collection, HttpResponse<String> response) throws IOException {
        return switch (response.statusCode()) {
            case 200 ->
                new Outcome(
                        response.body()
                                .lines()
                                .filter(line -> !line.contains("\"result\":\"unchanged\""))
                                .count(),
                        Map.of(),
                        false);
            case 422 -> new Outcome(0, rejected(JSON.readTree(response.body())), false);
            default ->
                throw new TransferFailure(gateway + " responded with " + response.statusCode() + " to a batch of "
                        + collection + ": " + response.body());
        };
    }

    private static Outcome unavailable(List<ImportedLine> lines, JsonNode problem) {
        var reason = problem.path("detail").asText("The service is unavailable.");
        return new Outcome(
                0,
                IntStream.range(0, lines.size()).boxed().collect(Collectors.toMap(line -> line, line -> reason)),
                true);
    }

    private static Map<Integer, String> rejected(JsonNode problem) {
        var rejected = new TreeMap<Integer, String>();
        for (var violation : problem.path("violations")) {
            rejected.merge(
                    violation.path("line").asInt() - 1,
                    violation.path("pointer").asText() + " "
                            + violation.path("detail").asText(),
                    (one, other) -> one + "; " + other);
        }
        if (rejected.isEmpty()) {
            throw new TransferFailure(
                    "A batch was rejected: " + problem.path("detail").asText());
        }
        return rejected;
    }

    @Override
    public void close() {
        client.close();
    }
}
