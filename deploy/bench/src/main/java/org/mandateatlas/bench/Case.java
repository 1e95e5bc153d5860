package org.mandateatlas.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A measured request, from sending it to the last byte of its response. */
final class Case {

    private final String name;
    private final HttpRequest request;
    private final List<Long> nanos = new ArrayList<>();
    private Duration cpu = Duration.ZERO;
    private long bytes;

    Case(String name, HttpRequest request) {
        this.name = name;
        this.request = request;
    }

    /** Sends the request, discards the response body and returns the duration in nanoseconds. */
    long run(HttpClient client) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IllegalStateException(name + " returned " + response.statusCode() + ": "
                        + new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            var buffer = new byte[64 * 1024];
            bytes = 0;
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        return System.nanoTime() - start;
    }

    /** Runs the case and records its timing. */
    void measure(HttpClient client, Supplier<Duration> cpuUsed) throws IOException, InterruptedException {
        var before = cpuUsed.get();
        nanos.add(run(client));
        cpu = cpu.plus(cpuUsed.get()).minus(before);
    }

    long bytes() {
        return bytes;
    }

    Timing timing() {
        return new Timing(name, bytes, nanos, cpu);
    }
}
