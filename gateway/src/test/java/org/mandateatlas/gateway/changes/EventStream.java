package org.mandateatlas.gateway.changes;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of an event stream that reads as the standard says, and remembers the last id. */
final class EventStream implements AutoCloseable {

    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private final StringBuilder line = new StringBuilder();
    private String lastId = "";

    private EventStream(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    static EventStream open(String query, @Nullable String lastEventId) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://localhost:" + RestAssured.port + "/v1/changes" + query)
                .toURL()
                .openConnection();
        connection.setRequestProperty("Accept", "text/event-stream");
        if (lastEventId != null) {
            connection.setRequestProperty("Last-Event-ID", lastEventId);
        }
        connection.setReadTimeout(200);
        return new EventStream(connection);
    }

    String contentType() {
        return connection.getContentType();
    }

    String lastId() {
        return lastId;
    }

    /** Returns what comes until so many events have come, or the time is over, or the stream ends. */
    List<Event> read(int count, Duration patience) throws IOException {
        return readUntil(events -> events.size() >= count, patience);
    }

    /** Returns what comes until enough has come, or the time is over, or the stream ends. */
    List<Event> readUntil(Predicate<List<Event>> enough, Duration patience) throws IOException {
        var events = new ArrayList<Event>();
        long deadline = System.nanoTime() + patience.toNanos();
        var name = new StringBuilder("message");
        var data = new StringBuilder();
        while (!enough.test(events) && System.nanoTime() < deadline) {
            String line;
            try {
                line = readLine();
            } catch (SocketTimeoutException e) {
                continue;
            }
            if (line == null) {
                break;
            }
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    events.add(new Event(lastId, name.toString(), data.toString()));
                }
                name.replace(0, name.length(), "message");
                data.setLength(0);
            } else if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name.replace(0, name.length(), line.substring(7));
            } else if (line.startsWith("data: ")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring(6));
            }
        }
        return events;
    }

    /** A line that is cut by a timeout is read on later; a buffered reader of its own would have lost its beginning. */
    private @Nullable String readLine() throws IOException {
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            if (c == '\n') {
                String whole = line.toString();
                line.setLength(0);
                return whole;
            }
            line.append((char) c);
        }
        return null;
    }

    @Override
    public void close() {
        connection.disconnect();
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
