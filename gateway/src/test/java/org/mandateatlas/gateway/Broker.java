package org.mandateatlas.gateway;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.embedded.FreePort;
import org.mandateatlas.embedded.KafkaBroker;

/** A real Kafka broker that can be stopped and started on its data, with the topics of all streams, on which tests publish. */
public final class Broker {

    private static final Map<String, String> COLLECTIONS = Map.ofEntries(
            Map.entry("institution", "institutions"),
            Map.entry("mandate", "mandates"),
            Map.entry("instrument", "instruments"),
            Map.entry("source", "sources"),
            Map.entry("function", "functions"),
            Map.entry("capacity", "capacities"),
            Map.entry("policy-option", "policy-options"),
            Map.entry("objective", "objectives"),
            Map.entry("governance-model", "governance-models"),
            Map.entry("process", "processes"),
            Map.entry("participation", "participations"),
            Map.entry("meeting", "meetings"),
            Map.entry("output", "outputs"));

    private final Path data;
    private final int port = FreePort.find();
    private final int controllerPort = FreePort.find();
    private final Map<String, Long> sequences = new HashMap<>();
    private @Nullable KafkaBroker broker;
    private @Nullable KafkaProducer<String, String> producer;

    Broker(Path data) {
        this.data = data;
    }

    /** Starts it on its data. */
    public synchronized void start() {
        if (broker == null) {
            broker = KafkaBroker.start(data, port, controllerPort);
        }
        if (producer == null) {
            createTopics();
            producer = new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address(), ProducerConfig.LINGER_MS_CONFIG, 0),
                    new StringSerializer(),
                    new StringSerializer());
        }
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) address()))) {
            admin.createTopics(COLLECTIONS.keySet().stream()
                            .map(stream -> new NewTopic(topic(stream), Optional.of(1), Optional.of((short) 1)))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it; its data stays. */
    public synchronized void stop() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    /** Ends it and its producer, which would try to reconnect. */
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
        stop();
    }

    /** Returns where it is found. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns the topic of a stream. */
    public static String topic(String stream) {
        return "atlas." + stream + ".v1";
    }

    /** Returns the streams. */
    public static List<String> streams() {
        return COLLECTIONS.keySet().stream().sorted().toList();
    }

    /** Returns how many events were published of a stream. */
    public synchronized long published(String stream) {
        return sequences.getOrDefault(stream, 0L);
    }

    /**
     * Publishes the next event of a stream, as a relay does.
     *
     * @param document the document after the change, as JSON; null when it was retracted
     * @return its sequence
     */
    public long publish(String stream, String change, String id, @Nullable String document) {
        return publish(stream, change, id, document, Instant.now());
    }

    /** Publishes the next event of a stream, recorded at the instant. */
    public synchronized long publish(
            String stream, String change, String id, @Nullable String document, Instant recordedAt) {
        long sequence = sequences.merge(stream, 1L, Long::sum);
        repeat(stream, sequence, change, id, document, recordedAt);
        return sequence;
    }

    /** Publishes an event with that sequence, whether or not it comes next. */
    public synchronized void repeat(
            String stream, long sequence, String change, String id, @Nullable String document, Instant recordedAt) {
        var event = new ProducerRecord<>(topic(stream), 0, id, """
                {"change":"%s","correction":false,"version":1,"recordedAt":"%s","actor":"ada","note":null,\
                "document":%s,"previous":null,"patch":[]}""".formatted(change, recordedAt, document));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", stream + "-" + sequence);
        header(event, "ce_type", "org.mandateatlas." + stream + "." + change + ".v1");
        header(event, "ce_source", "/v1/" + COLLECTIONS.get(stream));
        header(event, "ce_subject", id);
        header(event, "ce_time", recordedAt.toString());
        header(event, "ce_sequence", String.format(Locale.ROOT, "%010d", sequence));
        header(event, "ce_institutions", mentioned("institutions?", document));
        header(event, "ce_functions", mentioned("functions?", document));
        header(event, "content-type", "application/json");
        send(event);
    }

    /** Publishes something that is no event. */
    public synchronized void publishJunk(String stream, String value) {
        send(new ProducerRecord<>(topic(stream), 0, "junk", value));
    }

    private void send(ProducerRecord<String, String> event) {
        var sending = Objects.requireNonNull(producer).send(event);
        if (broker != null) {
            try {
                sending.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Returns the ids in the fields of that name, as the relay puts them into an attribute. */
    private static String mentioned(String field, @Nullable String document) {
        return Pattern.compile("\"" + field + "\":(?:\\[)?\"([a-z0-9-]+)\"")
                .matcher(Objects.requireNonNullElse(document, ""))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static void header(ProducerRecord<String, String> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
