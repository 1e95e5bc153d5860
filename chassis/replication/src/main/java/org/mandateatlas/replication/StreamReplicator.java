package org.mandateatlas.replication;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.kafka.KafkaSettings;
import org.mandateatlas.base.trace.EventTraces;
import org.mandateatlas.registry.relay.MandateAtlasEvent;
import org.mandateatlas.replication.ReplicaRepository.Arrival;

/**
 * Replicates the streams of other services from their beginning. Each process of a service reads for itself; revisions that
 * another process has already stored are skipped.
 */
@Singleton
class StreamReplicator {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final ReplicationConfig config;
    private final ReplicaRepository revisions;
    private final ReplicationProgress progress;
    private final EventTraces traces;
    private final Clock clock;
    private final KafkaSettings kafka;
    private final AtomicLong lag = new AtomicLong();
    private final Thread thread = new Thread(this::run, "stream-replicator");
    private volatile List<ReplicatedStream> streams = List.of();
    private volatile @Nullable TopicConsumer consumer;
    private volatile boolean stopping;
    private volatile boolean failing;
    private volatile boolean caughtUp;

    StreamReplicator(
            ReplicationConfig config,
            ReplicaRepository revisions,
            ReplicationProgress progress,
            EventTraces traces,
            Clock clock,
            MeterRegistry meters,
            KafkaSettings kafka) {
        this.config = config;
        this.revisions = revisions;
        this.progress = progress;
        this.traces = traces;
        this.clock = clock;
        this.kafka = kafka;
        meters.gauge("atlas.replication.lag", lag);
        meters.gauge("atlas.replication.gaps", this, StreamReplicator::gaps);
        meters.gauge("atlas.replication.failing", this, replicator -> replicator.failing ? 1 : 0);
    }

    void start(@Observes @Priority(15) StartupEvent event) {
        streams = config.streams().orElse(List.of()).stream()
                .map(stream -> new ReplicatedStream(stream, revisions))
                .toList();
        streams.forEach(this::announce);
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
        var current = consumer;
        if (current != null) {
            current.wakeUp();
        }
        thread.interrupt();
        thread.join(STOP_TIMEOUT);
    }

    /** Returns the replicated streams. */
    List<ReplicatedStream> streams() {
        return streams;
    }

    /** Returns whether the topics have been read to their ends since the start, or there is nothing to replicate. */
    boolean isCaughtUp() {
        return caughtUp || streams.isEmpty();
    }

    private long gaps() {
        return streams.stream().filter(stream -> stream.gap() != null).count();
    }

    /** Returns whether replication currently fails. */
    boolean isFailing() {
        return failing;
    }

    private void run() {
        while (!stopping) {
            try (var current = new TopicConsumer(kafka, streams, config.pause(), clock)) {
                consumer = current;
                replicate(current);
            } catch (InterruptException | WakeupException e) {
                // stopping
            } catch (RuntimeException e) {
                if (!failing && !stopping) {
                    Log.warnf(e, "Replication of other services' streams fails.");
                    failing = true;
                }
                pause();
            }
        }
    }

    private void replicate(TopicConsumer current) {
        while (!stopping) {
            current.poll().forEach((stream, arrivals) -> apply(current, stream, arrivals));
            lag.set(current.lag());
            caughtUp = caughtUp || current.isAtEnd();
            if (failing) {
                Log.info("Replication of other services' streams has resumed.");
                failing = false;
            }
        }
    }

    private void apply(TopicConsumer current, ReplicatedStream stream, List<Arrival> arrivals) {
        var before = stream.gap();
        if (applyTraced(stream, arrivals)) {
            if (before != null && stream.gap() == null) {
                Log.infof("The gap in stream %s is closed.", stream.stream());
                current.markComplete(stream);
            }
        } else {
            current.readAgain(stream);
            if (before == null) {
                Log.errorf("Stream %s has a gap: %s. Reading it again.", stream.stream(), stream.gap());
            }
        }
    }

    private boolean applyTraced(ReplicatedStream stream, List<Arrival> arrivals) {
        var topic = MandateAtlasEvent.topic(stream.stream());
        var spans = arrivals.stream()
                .flatMap(arrival ->
                        Stream.ofNullable(traces.take(topic, arrival.revision().id(), arrival.traceparent())))
                .toList();
        try {
            return stream.apply(arrivals, clock.instant());
        } finally {
            announce(stream);
            spans.forEach(Span::end);
        }
    }

    private void announce(ReplicatedStream stream) {
        progress.advanceTo(stream.stream(), stream.progress().sequence());
    }

    private void pause() {
        try {
            Thread.sleep(config.pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
