package org.mandateatlas.torture.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.torture.journal.Journal;

/**
 * A client of the live feed, which continues after the last event that it has received, at another gateway each time. It also
 * reconnects when it hears nothing for a while, and now and then without a reason.
 */
public final class FeedClient implements Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECT_MILLIS = 2_000;

    /** More than two heartbeats. */
    private static final int SILENCE_MILLIS = 5_000;

    private static final long PAUSE_MILLIS = 500;
    private static final int EVENTS_PER_CONNECTION = 400;
    private static final String ID = "id:";
    private static final String DATA = "data:";

    private final Journal journal;
    private final GatewayClient api;
    private final Consumer consumer;
    private final Random random;
    private @Nullable String lastEventId;
    private volatile @Nullable HttpURLConnection connection;

    /** Creates a client that has received nothing. */
    public FeedClient(Journal journal, GatewayClient api, Consumer consumer, Random random) {
        this.journal = journal;
        this.api = api;
        this.consumer = consumer;
        this.random = random;
    }

    @Override
    public String name() {
        return journal.client();
    }

    @Override
    public void step() throws InterruptedException {
        var gateway = api.gateways().get(random.nextInt(api.gateways().size()));
        try {
            var opened = (HttpURLConnection)
                    URI.create(gateway + "/v1/changes/stream").toURL().openConnection();
            connection = opened;
            opened.setConnectTimeout(CONNECT_MILLIS);
            opened.setReadTimeout(SILENCE_MILLIS);
            opened.setRequestProperty("Accept", "text/event-stream");
            if (lastEventId != null) {
                opened.setRequestProperty("Last-Event-ID", lastEventId);
            }
            try (var lines =
                    new BufferedReader(new InputStreamReader(opened.getInputStream(), StandardCharsets.UTF_8))) {
                read(lines);
            }
        } catch (IOException e) {
            // The gateway is gone or silent; the next one continues.
        }
        Thread.sleep(PAUSE_MILLIS);
    }

    private void read(BufferedReader lines) throws IOException {
        var left = 1 + random.nextInt(EVENTS_PER_CONNECTION);
        var id = lastEventId;
        var data = "";
        String line;
        while (left > 0 && (line = lines.readLine()) != null) {
            if (line.startsWith(ID)) {
                id = line.substring(ID.length()).strip();
            } else if (line.startsWith(DATA)) {
                data = line.substring(DATA.length()).strip();
            } else if (line.isEmpty() && !data.isEmpty()) {
                var event = JSON.readTree(data);
                data = "";
                if (event.has("specversion")) {
                    consumer.receive(event);
                    lastEventId = id;
                    left--;
                }
            }
        }
    }

    @Override
    public void release() {
        var open = connection;
        if (open != null) {
            open.disconnect();
        }
    }
}
