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

/** A request that is measured from its first byte to the last of its answer. */
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

    /** Sends the request, reads the answer and lets it go; returns how long that took, in nanoseconds. */
    long run(HttpClient client) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(name + " was answered with " + answer.statusCode() + ": "
                        + new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            var buffer = new byte[64 * 1024];
            bytes = 0;
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        return System.nanoTime() - began;
    }

    /** Runs it for its timing. */
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
