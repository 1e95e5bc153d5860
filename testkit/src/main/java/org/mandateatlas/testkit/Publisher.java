package org.mandateatlas.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
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
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes a stream that the service under test replicates. */
public final class Publisher implements AutoCloseable {

    /** Default record time: before anything that the service itself records. */
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final String stream;
    private final KafkaProducer<String, String> producer;
    private final Map<String, Integer> versions = new HashMap<>();
    private long sequence;

    /** Creates the topic. */
    public Publisher(String stream) {
        this.stream = stream;
        createTopic();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Servers.bootstrap(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new StringSerializer());
    }

    private void createTopic() {
        var topic = new NewTopic(topic(stream), Optional.of(1), Optional.of((short) 1));
        try (var admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) Servers.bootstrap()))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes the next revision, with the document after the change. */
    public void publish(String change, ObjectNode document) {
        publish(change, document, LONG_AGO);
    }

    /** Publishes the next revision, recorded at the instant. */
    public void publish(String change, ObjectNode document, Instant recordedAt) {
        withhold(change, document, recordedAt).run();
    }

    /** Creates the next revision without publishing it; the result publishes it on each run. */
    public Runnable withhold(String change, ObjectNode document, Instant recordedAt) {
        var id = document.required("id").textValue();
        var version = versions.merge(id, 1, Integer::sum);
        var whole = document.deepCopy();
        whole.put("version", version).put("recordedAt", recordedAt.toString());
        var event = event(change, id, version, recordedAt, whole.toString());
        return () -> producer.send(event);
    }

    /** Publishes a retraction. */
    public void retract(String id, Instant recordedAt) {
        producer.send(event("retracted", id, versions.merge(id, 1, Integer::sum), recordedAt, null));
    }

    /** Publishes an event that is not a revision. */
    public void publishInvalid(String value, Map<String, String> headers) {
        var event = new ProducerRecord<>(topic(stream), 0, "junk", value);
        headers.forEach((name, content) -> header(event, name, content));
        producer.send(event);
    }

    private ProducerRecord<String, String> event(
            String change, String id, int version, Instant recordedAt, @Nullable String document) {
        sequence++;
        var value = """
                {"change": "%s", "correction": false, "version": %d, "recordedAt": "%s", "actor": "ada", "note": null,
                 "document":%s, "previous": null, "patch": []}""".formatted(change, version, recordedAt, document);
        var event = new ProducerRecord<>(topic(stream), 0, id, value);
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", stream + "-" + sequence);
        header(event, "ce_source", "/v1/" + stream);
        header(event, "ce_time", recordedAt.toString());
        header(event, "ce_subject", id);
        header(event, "ce_type", "org.mandateatlas." + stream + "." + change + ".v1");
        header(event, "ce_sequence", String.format(Locale.ROOT, "%010d", sequence));
        header(event, "ce_institutions", mentioned("institutions?", document));
        header(event, "ce_functions", mentioned("functions?", document));
        return event;
    }

    private static String topic(String stream) {
        return "atlas." + stream + ".v1";
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

    /** Waits for all acknowledgements and returns the last sequence, including withheld ones. */
    public long flush() {
        producer.flush();
        return sequence;
    }

    @Override
    public void close() {
        producer.close();
    }
}
