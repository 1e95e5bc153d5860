package org.mandateatlas.local;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.StreamException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of the live stream of changes of institutions, which reconnects as browsers do. */
final class FeedSubscriber implements AutoCloseable {

    private final EventSource source;
    private final Thread reader;
    private final List<Long> sequences = new CopyOnWriteArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();
    private volatile boolean closed;

    private FeedSubscriber(String address) {
        source = new EventSource.Builder(
                        ConnectStrategy.http(URI.create(address + "/v1/changes/stream?stream=institution")))
                .errorStrategy(ErrorStrategy.alwaysContinue())
                .build();
        reader = Thread.ofPlatform().start(this::read);
    }

    static FeedSubscriber start(String address) {
        return new FeedSubscriber(address);
    }

    /** Returns the sequences of the received events, in order. */
    List<Long> sequences() {
        return sequences;
    }

    /** Returns how often the gateway has announced the end of the stream. */
    int ends() {
        return ends.get();
    }

    private void read() {
        while (!closed) {
            try {
                var message = source.readMessage();
                if (message.getEventName().equals("cut-off")) {
                    ends.incrementAndGet();
                } else {
                    sequences.add(
                            Long.parseLong(message.getLastEventId().replaceFirst(".*institution:(\\d+).*", "$1")));
                }
            } catch (StreamException e) {
                // The connection is lost, or closed by the test; the next read reconnects.
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        source.close();
        reader.join(5_000);
    }
}
