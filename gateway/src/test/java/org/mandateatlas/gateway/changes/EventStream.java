package org.mandateatlas.gateway.changes;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of an event stream that reads as the standard says, and remembers the last id. */
final class EventStream implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(20);

    private final HttpClient client;
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>();
    private final Thread reader;
    private volatile String lastId = "";
    private volatile @Nullable IOException broken;

    private EventStream(HttpClient client, HttpResponse<InputStream> response) {
        this.client = client;
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::run);
    }

    /** Opens the stream. */
    static EventStream open(String query, @Nullable String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/v1/changes/stream" + query));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("the stream is not opened: " + response.statusCode());
        }
        return new EventStream(client, response);
    }

    String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    String position() {
        return response.headers().firstValue("Atlas-Position").orElse("");
    }

    private void run() {
        String name = "message";
        var data = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        arrived.add(new Event(lastId, name, data.toString()));
                    }
                    name = "message";
                    data.setLength(0);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(data.isEmpty() ? "" : "\n").append(line.substring(6));
                }
            }
        } catch (IOException e) {
            broken = e;
        }
    }

    /** Returns what comes until so many events have come, or the time is over, or the stream ends. */
    List<Event> read(int count, Duration patience) throws InterruptedException {
        return readUntil(events -> events.size() >= count, patience);
    }

    /** Returns what comes until enough has come, or the time is over, or the stream ends. */
    List<Event> readUntil(Predicate<List<Event>> enough, Duration patience) throws InterruptedException {
        var events = new ArrayList<Event>();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!enough.test(events) && System.nanoTime() < deadline && (reader.isAlive() || !arrived.isEmpty())) {
            Event event = arrived.poll(STEP.toMillis(), TimeUnit.MILLISECONDS);
            if (event != null) {
                events.add(event);
            }
        }
        if (!enough.test(events) && broken != null) {
            throw new IllegalStateException("the stream broke off after " + events.size() + " events", broken);
        }
        return events;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /**
     * An event.
     *
     * @param id where to go on after it
     * @param name {@code message} unless it says otherwise
     * @param data its data
     */
    record Event(String id, String name, String data) {}
}
