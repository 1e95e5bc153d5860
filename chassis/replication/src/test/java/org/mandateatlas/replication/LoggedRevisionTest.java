package org.mandateatlas.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid events are parsed, and others are ignored. */
class LoggedRevisionTest {

    private static final String VALUE = """
            {"change": "amended", "correction": false, "version": 3, "recordedAt": "2026-11-23T10:00:00.123456Z",
             "actor": "ada", "note": null, "document": {"id": "iom-forum", "version": 3}, "previous": null, "patch": []}""";

    @Test
    void aValidEventIsParsed() {
        assertEquals(
                Optional.of(new LoggedRevision(
                        "mandate",
                        42,
                        "iom-forum",
                        3,
                        "amended",
                        Instant.parse("2026-11-23T10:00:00.123456Z"),
                        "{\"id\":\"iom-forum\",\"version\":3}")),
                read(VALUE));
    }

    @Test
    void aRetractionHasNoDocument() {
        assertEquals(
                null,
                read(VALUE.replace("{\"id\": \"iom-forum\", \"version\": 3}", "null"))
                        .orElseThrow()
                        .document());
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertEquals(read(VALUE), read(VALUE.replace("{\"change\"", "{\"colour\": \"red\", \"change\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "hello",
                "{}",
                "{\"change\": \"amended\"}",
                "{\"change\": \"amended\", \"version\": 3}",
                "{\"change\": 7, \"version\": 3, \"recordedAt\": \"2026-11-23T10:00:00Z\", \"document\": null}",
                "{\"change\": \"amended\", \"version\": \"3\", \"recordedAt\": \"2026-11-23T10:00:00Z\"}",
                "{\"change\": \"amended\", \"version\": 3.5, \"recordedAt\": \"2026-11-23T10:00:00Z\"}",
                "{\"change\": \"amended\", \"version\": 3, \"recordedAt\": \"yesterday\"}",
                "{\"change\": \"amended\", \"version\": 3, \"recordedAt\": null}"
            })
    void anEventWithInvalidContentIsIgnored(String value) {
        assertEquals(Optional.empty(), read(value));
    }

    @Test
    void anEventWithoutContentIsIgnored() {
        assertEquals(Optional.empty(), LoggedRevision.of("mandate", event(null, Map.of("ce_sequence", "1"))));
    }

    @Test
    void anEventThatIsNotTextIsIgnored() {
        var bytes = new byte[] {(byte) 0xff, 0, (byte) 0xfe};
        assertEquals(Optional.empty(), LoggedRevision.of("mandate", event(bytes, headers())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_sequence", "ce_subject"})
    void anEventWithoutAHeaderIsIgnored(String header) {
        var headers = headers();
        headers.remove(header);
        assertEquals(Optional.empty(), LoggedRevision.of("mandate", event(bytes(VALUE), headers)));
    }

    @ParameterizedTest
    @CsvSource({"ce_sequence, first", "ce_sequence, ''", "ce_sequence, 1.5", "ce_subject, I O M", "ce_subject, ''"})
    void anEventWithAnInvalidHeaderIsIgnored(String header, String content) {
        var headers = headers();
        headers.put(header, content);
        assertEquals(Optional.empty(), LoggedRevision.of("mandate", event(bytes(VALUE), headers)));
    }

    private static Optional<LoggedRevision> read(String value) {
        return LoggedRevision.of("mandate", event(bytes(value), headers()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers() {
        return new HashMap<>(Map.of("ce_sequence", "0000000042", "ce_subject", "iom-forum"));
    }

    @SuppressWarnings("NullAway") // Kafka records may have no value
    private static ConsumerRecord<String, byte[]> event(byte @Nullable [] value, Map<String, String> headers) {
        var event = new ConsumerRecord<>("atlas.mandate.v1", 0, 7, "iom-forum", value);
        headers.forEach((name, content) -> event.headers().add(name, bytes(content)));
        return event;
    }
}
