package org.mandateatlas.feed;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the CloudEvent in a Kafka record and writes it in the JSON format with its data byte for byte. */
final class EventReader {

    private static final String ATTRIBUTE = "ce_";
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String SOURCE = "source";
    private static final String SUBJECT = "subject";
    private static final String TIME = "time";
    private static final String EFFECTIVE = "effective";
    private static final String SEQUENCE = "sequence";

    private static final String INSTITUTIONS = "institutions";
    private static final String FUNCTIONS = "functions";

    private EventReader() {}

    /** Returns the event of a record; empty if the record is not an event. */
    static Optional<ChangeEvent> read(String stream, ConsumerRecord<byte[], byte[]> found) {
        return read(stream, found, (skipped, cause) -> {});
    }

    /**
     * Returns the event of a record; empty if the record is not an event.
     *
     * @param onSkip is called for a record that is not an event, with the reason
     */
    static Optional<ChangeEvent> read(
            String stream,
            ConsumerRecord<byte[], byte[]> found,
            BiConsumer<ConsumerRecord<byte[], byte[]>, RuntimeException> onSkip) {
        Map<String, String> attributes = attributes(found);
        try {
            return Optional.of(event(stream, attributes, found.value()));
        } catch (DateTimeException | NumberFormatException | NullPointerException e) {
            onSkip.accept(found, e);
            return Optional.empty();
        }
    }

    private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> found) {
        var attributes = new LinkedHashMap<String, String>();
        for (var header : found.headers()) {
            if (header.key().startsWith(ATTRIBUTE) && header.value() != null) {
                attributes.put(
                        header.key().substring(ATTRIBUTE.length()), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return attributes;
    }

    private static ChangeEvent event(String stream, Map<String, String> attributes, byte[] data) {
        String subject = required(attributes, SUBJECT);
        var head = new StringBuilder(512);
        char separator = '{';
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            quote(attribute.getKey(), head.append(separator));
            quote(attribute.getValue(), head.append(':'));
            separator = ',';
        }
        head.append(",\"datacontenttype\":\"application/json\",\"data\":");
        Buffer json = Buffer.buffer(data.length + head.length() + 64).appendString(head.toString());
        int begin = json.length();
        json.appendBytes(data).appendString("}");
        return new ChangeEvent(
                stream,
                Long.parseLong(required(attributes, SEQUENCE)),
                required(attributes, ID),
                required(attributes, TYPE),
                required(attributes, SOURCE),
                subject,
                Instant.parse(required(attributes, TIME)),
                attributes.get(EFFECTIVE),
                ids(attributes, INSTITUTIONS),
                ids(attributes, FUNCTIONS),
                json.slice(begin, begin + data.length),
                json);
    }

    private static String required(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new NullPointerException("the event has no " + name);
        }
        return value;
    }

    private static void quote(String text, StringBuilder into) {
        into.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, into);
        into.append('"');
    }

    private static Set<String> ids(Map<String, String> attributes, String name) {
        var ids = attributes.get(name);
        return ids == null || ids.isEmpty() ? Set.of() : Set.copyOf(List.of(ids.split(",", -1)));
    }
}
