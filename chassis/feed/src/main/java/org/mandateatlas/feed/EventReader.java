package org.mandateatlas.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads the CloudEvent in a Kafka record and writes it in the JSON format with its data byte for byte. */
final class EventReader {

    private static final String ATTRIBUTE = "ce_";
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String SOURCE = "source";
    private static final String SUBJECT = "subject";
    private static final String TIME = "time";
    private static final String RECORDED_TIME = "recordedtime";
    private static final String SEQUENCE = "sequence";

    private static final Set<String> INSTITUTIONS = Set.of("institution", "institutions", "by");
    private static final Set<String> FUNCTIONS = Set.of("function", "functions");
    private static final Set<String> OF_OPERATIONS = Set.of("from", "to");
    private static final JsonFactory JSON = new JsonFactory();

    private EventReader() {}

    /** Returns the event of a record; empty if the record is not an event. */
    static Optional<ChangeEvent> read(String stream, ConsumerRecord<byte[], byte[]> found) {
        Map<String, String> attributes = attributes(found);
        try {
            return Optional.of(event(stream, attributes, found.value()));
        } catch (IOException | DateTimeException | NumberFormatException | NullPointerException e) {
            Log.warnf(
                    "The record at offset %d of %s is not an event and is skipped: %s",
                    found.offset(), found.topic(), e.getMessage());
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

    private static ChangeEvent event(String stream, Map<String, String> attributes, byte[] data) throws IOException {
        var named = new Named();
        try (JsonParser parser = JSON.createParser(data)) {
            named.read(parser);
        }
        String subject = required(attributes, SUBJECT);
        if (stream.equals("institution")) {
            named.institutions.add(subject);
        } else if (stream.equals("function")) {
            named.functions.add(subject);
        }
        Buffer json = Buffer.buffer(data.length + 512);
        char separator = '{';
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            json.appendString(separator + quoted(attribute.getKey()) + ':' + quoted(attribute.getValue()));
            separator = ',';
        }
        json.appendString(",\"datacontenttype\":\"application/json\",\"data\":");
        int begin = json.length();
        json.appendBytes(data).appendString("}");
        return new ChangeEvent(
                stream,
                Long.parseLong(required(attributes, SEQUENCE)),
                required(attributes, ID),
                required(attributes, TYPE),
                required(attributes, SOURCE),
                subject,
                attributes.get(TIME),
                Instant.parse(required(attributes, RECORDED_TIME)),
                Set.copyOf(named.institutions),
                Set.copyOf(named.functions),
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

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** The ids that the document named before or names after; other parts of the event tell of nothing else. */
    private static final class Named {

        private final Set<String> institutions = new HashSet<>();
        private final Set<String> functions = new HashSet<>();

        void read(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the data is no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String part = parser.currentName();
                parser.nextToken();
                if (part.equals("document") || part.equals("previous")) {
                    readValue(parser, null, null);
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void readValue(JsonParser parser, @Nullable String field, @Nullable String around) throws IOException {
            switch (parser.currentToken()) {
                case START_OBJECT -> {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String name = parser.currentName();
                        parser.nextToken();
                        readValue(parser, name, field);
                    }
                }
                case START_ARRAY -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        readValue(parser, field, around);
                    }
                }
                case VALUE_STRING -> note(field, around, parser.getText());
                default -> {
                    // numbers and the like name nothing
                }
            }
        }

        private void note(@Nullable String field, @Nullable String around, String value) {
            if (field == null) {
                return;
            }
            if (INSTITUTIONS.contains(field) || (OF_OPERATIONS.contains(field) && "operations".equals(around))) {
                institutions.add(value);
            } else if (FUNCTIONS.contains(field)) {
                functions.add(value);
            }
        }
    }
}
