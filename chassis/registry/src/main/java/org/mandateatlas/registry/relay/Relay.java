package org.mandateatlas.registry.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.kafka.KafkaSettings;
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
    private final KafkaSettings kafka;
    private final TopicReconciliation reconciliation;
    private final TopicState state;
    private final String schemas;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "relay");
    private @Nullable EventProducer producer;
    private @Nullable TopicAdministration topics;
    private final Map<String, Long> offsets = new HashMap<>();
    private Map<String, Long> begins = Map.of();
    private long nextCheck = System.nanoTime();
    private boolean failing;
    private volatile boolean stopping;

    Relay(
            RelayConfig config,
            OutboxRepository revisions,
            EventTraces traces,
            DocumentTypes types,
            MeterRegistry meters,
            KafkaSettings kafka,
            TopicReconciliation reconciliation,
            TopicState state) {
        this.config = config;
        this.revisions = revisions;
        this.traces = traces;
        this.collections =
                types.list().stream().collect(Collectors.toMap(DocumentType::stream, DocumentType::collection));
        this.kafka = kafka;
        this.reconciliation = reconciliation;
        this.state = state;
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
        if (topics != null && haveLost(topics)) {
            disconnect();
        }
        if (topics == null) {
            openTopics();
        }
        try (var publication = revisions.lock(config.silence())) {
            if (publication == null) {
                return true;
            }
            if (producer == null) {
                reconciliation.reconcile(Objects.requireNonNull(topics), publication);
                producer = new EventProducer(kafka);
                return true;
            }
            return publish(producer, publication);
        }
    }

    private void openTopics() throws ExecutionException, InterruptedException {
        topics = new TopicAdministration(kafka, config, collections.keySet());
        topics.createMissing();
        begins = topics.begins();
        verify(topics);
    }

    private void verify(TopicAdministration open) throws ExecutionException, InterruptedException {
        var violations = open.violations();
        if (!violations.equals(state.violations())) {
            violations.forEach(Log::error);
        }
        state.setViolations(violations);
        nextCheck = System.nanoTime() + config.lossCheck().toNanos();
    }

    /** Returns whether the broker has lost events: a topic is missing, begins later, or ends before the last published event. */
    private boolean haveLost(TopicAdministration open) throws ExecutionException, InterruptedException {
        if (System.nanoTime() - nextCheck < 0) {
            return false;
        }
        var ends = open.ends();
        var lost = !ends.keySet().containsAll(collections.keySet())
                || !open.begins().equals(begins)
                || offsets.entrySet().stream()
                        .anyMatch(offset -> ends.getOrDefault(offset.getKey(), 0L) <= offset.getValue());
        if (!lost) {
            verify(open);
        }
        return lost;
    }

    private boolean publish(EventProducer open, OutboxRepository.Publication publication)
            throws ExecutionException, InterruptedException {
        var more = false;
        for (var published : publication.published().entrySet()) {
            var stream = published.getKey();
            var offset = published.getValue().offset();
            if (offset != null) {
                offsets.put(stream, offset);
            }
            if (!publication.waiting().contains(stream) || state.conflicts().containsKey(stream)) {
                continue;
            }
            var next = publication.next(stream, published.getValue().sequence());
            var last = deliver(open, next, offset == null ? -1 : offset, publication);
            publication.advance(stream, new PublishedRevision(next.getLast().sequence(), last));
            offsets.put(stream, last);
            more |= next.size() == OutboxRepository.BATCH;
        }
        publication.commit();
        return more;
    }

    private long deliver(
            EventProducer open, List<OutboxRecord> next, long before, OutboxRepository.Publication publication)
            throws ExecutionException, InterruptedException {
        var stream = next.getFirst().stream();
        var collection = collections.getOrDefault(stream, stream);
        var events = next.stream()
                .map(revision -> MandateAtlasEvent.of(revision, collection, schemas))
                .toList();
        try (var sending = traces.send(events)) {
            var last = open.deliver(events, before, config.silence().dividedBy(3), publication::renew);
            sending.delivered();
            return last;
        }
    }

    private void disconnect() {
        offsets.clear();
        if (producer != null) {
            producer.close();
            producer = null;
        }
        if (topics != null) {
            topics.close();
            topics = null;
        }
    }
}
