package org.mandateatlas.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Creates mandates through the gateway, all with the content of one of the bundled dataset. */
final class NewMandates {

    static final String MODEL = "/v1/mandates/unhcr-international-protection";

    private static final int CREATED = 201;
    private static final List<String> READ_ONLY = List.of("id", "version", "recordedAt", "status");

    /** Each request of wrk creates another mandate. */
    private static final String SCRIPT = """
        local created = 0
        local file = io.open("%s", "rb")
        local body = file:read("*a")
        file:close()
        local headers = {
          ["Authorization"] = "Bearer %s", ["Content-Type"] = "application/json", ["If-None-Match"] = "*"
        }
        request = function()
          created = created + 1
          return wrk.format("PUT", "/v1/mandates/%s-" .. created, headers, body)
        end
        """;

    private final SuiteProcess suite;
    private final Path folder;
    private final String token;
    private final ObjectNode content;
    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final String prefix = "bench-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private int runs;

    NewMandates(SuiteProcess suite, Path folder) throws IOException, InterruptedException {
        this.suite = suite;
        this.folder = folder;
        this.token = suite.token();
        this.content = (ObjectNode) BenchJson.read(text(suite.uri(MODEL)));
        content.remove(READ_ONLY);
        Files.write(folder.resolve("mandate.json"), BenchJson.bytes(content));
    }

    private String text(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    /** Returns the content of each of them. */
    String content() {
        return content.toString();
    }

    /** Lets a number of writers create as many as they can. */
    Rate create(int writers, int seconds) throws IOException, InterruptedException {
        var script = Files.writeString(
                folder.resolve("create.lua"),
                SCRIPT.formatted(folder.resolve("mandate.json"), token, prefix + "-" + runs++));
        return Wrk.run(suite.uri("/"), writers, seconds, script);
    }

    /** Returns a request that creates another one. */
    HttpRequest request() {
        return HttpRequest.newBuilder(suite.uri("/v1/mandates/" + prefix + "-" + runs++ + "-single"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(BodyPublishers.ofString(content()))
                .build();
    }

    /** Creates mandates in one batch, and returns how many nanoseconds that took. */
    long createBatch(int size) throws IOException, InterruptedException {
        var run = runs++;
        var lines = IntStream.range(0, size)
                .mapToObj(i -> content.deepCopy()
                        .put("id", prefix + "-" + run + "-" + i)
                        .toString())
                .collect(Collectors.joining("\n", "", "\n"));
        var request = batch(lines);
        var start = System.nanoTime();
        var response = client.send(request, BodyHandlers.ofString());
        var nanos = System.nanoTime() - start;
        if (response.statusCode() >= 300
                || response.body().lines().filter(line -> !line.isBlank()).count() != size) {
            throw new IllegalStateException("a batch returned " + response.statusCode() + ": " + response.body());
        }
        return nanos;
    }

    private HttpRequest batch(String lines) {
        return HttpRequest.newBuilder(suite.uri("/v1/mandates/batch"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines, StandardCharsets.UTF_8))
                .build();
    }

    /** Fails unless the response is that of a created document. */
    static void check(int status, String body) {
        if (status != CREATED) {
            throw new IllegalStateException("a write returned " + status + ": " + body);
        }
    }
}
