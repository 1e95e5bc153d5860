package org.mandateatlas.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All events on the topics of a suite, validated against the JSON Schemas that its gateway serves. */
final class PublishedEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private final LaunchedSuite suite;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> schemas = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    PublishedEvents(LaunchedSuite suite) {
        this.suite = suite;
    }

    /** Reads all topics to their ends. */
    void check() throws IOException {
        Map<String, Object> settings = Map.of("bootstrap.servers", suite.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.startsWith("atlas."))
                    .map(topic -> new TopicPartition(topic, 0))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(
                            partition -> consumer.position(partition) < Objects.requireNonNull(ends.get(partition)))) {
                for (var event : consumer.poll(Duration.ofSeconds(1))) {
                    check(event);
                }
            }
        }
    }

    private void check(ConsumerRecord<byte[], byte[]> event) throws IOException {
        ObjectNode headers = JSON.createObjectNode();
        event.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        var type = headers.path("ce_type").asText();
        counts.merge(event.topic(), 1, Integer::sum);
        check("KafkaHeaders", headers, event);
        check(type, JSON.readTree(event.value()), event);
    }

    private void check(String name, JsonNode value, ConsumerRecord<byte[], byte[]> event) {
        schema(name)
                .validate(value)
                .forEach(fault -> faults.add(event.topic() + " at " + event.offset() + ", " + name + ": " + fault));
    }

    private JsonSchema schema(String name) {
        return schemas.computeIfAbsent(
                name,
                unknown -> factory.getSchema(
                        SchemaLocation.of(suite.address() + "/schemas/" + unknown + ".json"), config));
    }

    /** Returns the number of events per topic. */
    Map<String, Integer> counts() {
        return counts;
    }

    /** Returns the violations of the schemas. */
    List<String> faults() {
        return faults;
    }
}
