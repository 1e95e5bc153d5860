import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the change feed and the topics with the CloudEvents SDK for Java: structured from HTTP, binary from Kafka. */
final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String TOPIC = "atlas.mandate.v1";

    /** A step of the check. */
    private interface Step {
        void run() throws Exception;
    }

    private final String address;
    private final String bootstrapServers;
    private int passed;
    private int failed;

    private Events(String address, String bootstrapServers) {
        this.address = address;
        this.bootstrapServers = bootstrapServers;
    }

    public static void main(String[] arguments) {
        var events = new Events(arguments[0], arguments[1]);
        events.perform("structured events", events::parsesStructuredEvents);
        events.perform("binary records", events::parsesBinaryRecords);
        System.out.printf("events-java: %d passed, %d failed%n", events.passed, events.failed);
        System.exit(events.failed == 0 ? 0 : 1);
    }

    private void perform(String name, Step step) {
        try {
            step.run();
            passed++;
        } catch (Exception failure) {
            failed++;
            System.err.println(name + ": " + failure);
        }
    }

    private void parsesStructuredEvents() throws Exception {
        var sent = feed("/v1/changes?limit=500");
        check(sent.size() > 100, sent.size());
        for (var event : sent) {
            compare(event, structured(event));
        }
    }

    /** Every record of a topic is the event of the same sequence in the feed. */
    private void parsesBinaryRecords() throws Exception {
        var records = records();
        var sent = feed("/v1/changes?limit=500&stream=mandate");
        check(!records.isEmpty() && records.size() >= sent.size(), records.size());
        for (var event : sent) {
            var received = records.get(event.get("sequence").asText());
            check(received != null, event.get("id"));
            compare(event, Objects.requireNonNull(received));
        }
    }

    private static void compare(JsonNode sent, CloudEvent received) throws Exception {
        var attributes = new HashMap<String, String>();
        for (var name : received.getAttributeNames()) {
            attributes.put(name, text(received.getAttribute(name)));
        }
        for (var name : received.getExtensionNames()) {
            attributes.put(name, text(received.getExtension(name)));
        }
        var expected = new HashMap<String, String>();
        for (var attribute : sent.properties()) {
            if (!attribute.getKey().equals("data")) {
                var value = attribute.getValue().asText();
                expected.put(attribute.getKey(), attribute.getKey().equals("time") ? Instant.parse(value).toString() : value);
            }
        }
        check(attributes.equals(expected), attributes + " instead of " + expected);
        var recordedAt = Instant.parse(sent.at("/data/recordedAt").asText());
        check(Objects.requireNonNull(received.getTime()).toInstant().equals(recordedAt), received.getTime());
        check(JSON.readTree(Objects.requireNonNull(received.getData()).toBytes()).equals(sent.get("data")), sent.get("id"));
    }

    private static String text(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : String.valueOf(value);
    }

    private static CloudEvent structured(JsonNode event) throws Exception {
        var format = Objects.requireNonNull(EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE));
        return format.deserialize(JSON.writeValueAsBytes(event));
    }

    private ArrayNode feed(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Accept", "application/cloudevents-batch+json")
                    .build();
            return (ArrayNode) JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
        }
    }

    private Map<String, CloudEvent> records() {
        Map<String, Object> configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG, "events-" + UUID.randomUUID(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var records = new HashMap<String, CloudEvent>();
        try (var consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new CloudEventDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(TOPIC).forEach(info -> partitions.add(new TopicPartition(TOPIC, info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var deadline = Instant.now().plus(TIMEOUT);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                check(Instant.now().isBefore(deadline), "the topic cannot be read to its end");
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var event = record.value();
                    check(record.key().equals(event.getSubject()), event.getId());
                    records.put((String) event.getExtension("sequence"), event);
                }
            }
        }
        return records;
    }

    private static void check(boolean holds, Object details) {
        if (!holds) {
            throw new IllegalStateException(String.valueOf(details));
        }
    }
}
