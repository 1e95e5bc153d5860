package org.mandateatlas.replication;

import io.opentelemetry.api.trace.Span;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.trace.EventTraces;
import org.mandateatlas.registry.relay.MandateAtlasEvent;
import org.mandateatlas.replication.ReplicaRepository.Arrival;

/**
 * Follows the streams of other services from their beginning and keeps every revision. Each process of a service follows by
 * itself; what another has taken in already is left.
 */
@Singleton
class StreamReplicator {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReplicationConfig config;
    private final ReplicaRepository revisions;
    private final EventTraces traces;
    private final Clock clock;
    private final String servers;
    private final Thread thread = new Thread(this::run, "follower");
    private volatile List<ReplicatedStream> streams = List.of();
    private volatile @Nullable TopicConsumer subscription;
    private volatile boolean stopping;
    private volatile boolean failing;

    StreamReplicator(
            ReplicationConfig config,
            ReplicaRepository revisions,
            EventTraces traces,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.config = config;
        this.revisions = revisions;
        this.traces = traces;
        this.clock = clock;
        this.servers = servers;
    }

    void start(@Observes @Priority(15) StartupEvent event) {
        streams = config.streams().orElse(List.of()).stream()
                .map(stream -> new ReplicatedStream(stream, revisions))
                .toList();
        if (!streams.isEmpty()) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (streams.isEmpty()) {
            return;
        }
        stopping = true;
        var current = subscription;
        if (current != null) {
            current.wakeUp();
        }
        thread.interrupt();
        thread.join(PATIENCE);
    }

    /** Returns the streams that are followed. */
    List<ReplicatedStream> streams() {
        return streams;
    }

    /** Tells whether nothing can be taken in for now. */
    boolean isFailing() {
        return failing;
    }

    private void run() {
        while (!stopping) {
            try (var current = new TopicConsumer(servers, streams, config.pause(), clock)) {
                subscription = current;
                follow(current);
            } catch (InterruptException | WakeupException e) {
                // told to stop
            } catch (RuntimeException e) {
                if (!failing && !stopping) {
                    Log.warnf(e, "The streams of other services cannot be followed for now.");
                    failing = true;
                }
                rest();
            }
        }
    }

    private void follow(TopicConsumer current) {
        while (!stopping) {
            current.poll().forEach((stream, arrivals) -> take(current, stream, arrivals));
            if (failing) {
                Log.info("The streams of other services are followed again.");
                failing = false;
            }
        }
    }

    private void take(TopicConsumer current, ReplicatedStream stream, List<Arrival> arrivals) {
        var before = stream.gap();
        if (traced(stream, arrivals)) {
            if (before != null && stream.gap() == null) {
                Log.infof("The gap in the stream %s is closed.", stream.stream());
                current.isComplete(stream);
            }
        } else {
            current.readAgain(stream);
            if (before == null) {
                Log.errorf("The stream %s has a gap: %s. It is read again.", stream.stream(), stream.gap());
            }
        }
    }

    private boolean traced(ReplicatedStream stream, List<Arrival> arrivals) {
        var topic = MandateAtlasEvent.topic(stream.stream());
        var spans = arrivals.stream()
                .flatMap(arrival ->
                        Stream.ofNullable(traces.take(topic, arrival.revision().id(), arrival.traceparent())))
                .toList();
        try {
            return stream.take(arrivals, clock.instant());
        } finally {
            spans.forEach(Span::end);
        }
    }

    private void rest() {
        try {
            Thread.sleep(config.pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
