package org.mandateatlas.registry.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.trace.EventTraces;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.DocumentTypes;
import org.mandateatlas.registry.RevisionCommitted;

/**
 * Publishes committed revisions to Kafka, in order and at least once. One process of a service publishes at a time: the
 * one that has locked the rows of {@code publication} and is not silent. While Kafka is unavailable, revisions wait in the log.
 */
@Singleton
class Relay {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RelayConfig config;
    private final OutboxRepository revisions;
    private final EventTraces traces;
    private final Map<String, String> collections;
    private final String servers;
    private final String schemas;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "relay");
    private @Nullable EventProducer channel;
    private boolean failing;
    private volatile boolean stopping;

    Relay(
            RelayConfig config,
            OutboxRepository revisions,
            EventTraces traces,
            DocumentTypes types,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.config = config;
        this.revisions = revisions;
        this.traces = traces;
        this.collections =
                types.list().stream().collect(Collectors.toMap(DocumentType::stream, DocumentType::collection));
        this.servers = servers;
        this.schemas = config.publicUrl().toString().replaceFirst("/+$", "") + "/schemas/";
        meters.gauge("atlas.relay.backlog", revisions, OutboxRepository::measuredBacklog);
        meters.gauge("atlas.relay.backlog.age", revisions, OutboxRepository::measuredAge);
    }

    void start(@Observes @Priority(20) StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(PATIENCE);
    }

    void onCommit(@Observes RevisionCommitted event) {
        news.release();
    }

    private void run() {
        try {
            while (!stopping) {
                var woken = news.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    news.drainPermits();
                }
                relay();
            }
        } catch (InterruptedException e) {
            // stopping
        }
        Thread.interrupted(); // an interrupted thread cannot close a producer
        disconnect();
    }

    /** Publishes all waiting revisions. After a failure, the next attempt continues from the last published revision. */
    private void relay() throws InterruptedException {
        try {
            while (relayBatch()) {
                // there may be more
            }
            if (failing) {
                Log.info("Publishing to Kafka has resumed.");
                failing = false;
            }
        } catch (ExecutionException | RuntimeException e) {
            disconnect();
            if (stopping) {
                return;
            }
            if (!failing) {
                Log.warnf(e, "Publishing to Kafka fails; events wait in the log.");
                failing = true;
            }
            Thread.sleep(config.pause());
        }
    }

    /** Publishes a batch and returns whether more revisions may be waiting. */
    private boolean relayBatch() throws ExecutionException, InterruptedException {
        if (channel == null) {
            channel = EventProducer.open(
                    servers,
                    collections.keySet().stream().map(MandateAtlasEvent::topic).toList(),
                    config.topicReplicas());
        }
        var more = false;
        try (var publication = revisions.lock(config.silence())) {
            if (publication == null) {
                return true;
            }
            for (var published : publication.waiting().entrySet()) {
                var stream = published.getKey();
                var next = publication.next(stream, published.getValue());
                deliver(channel, next, collections.getOrDefault(stream, stream), publication);
                publication.advance(stream, next.getLast().sequence());
                more |= next.size() == OutboxRepository.BATCH;
            }
            publication.commit();
        }
        return more;
    }

    private void deliver(
            EventProducer open, List<OutboxRecord> next, String collection, OutboxRepository.Publication publication)
            throws ExecutionException, InterruptedException {
        var events = next.stream()
                .map(revision -> MandateAtlasEvent.of(revision, collection, schemas))
                .toList();
        try (var sending = traces.send(events)) {
            open.deliver(events, config.silence().dividedBy(3), publication::renew);
            sending.delivered();
        }
    }

    private void disconnect() {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
