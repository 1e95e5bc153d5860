package org.mandateatlas.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event over HTTP has the attributes and the data of the Kafka record. */
class EventReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"2010", "2010-06", "2010-06-30", "2004~", "[2016..2018]"})
    void theDateInTheWorldIsAsPreciseAsItIsStated(String effective) {
        var event = event(Map.of("ce_effective", effective));

        assertEquals(effective, event.effective());
        assertEquals(effective, event.json().toJsonObject().getString("effective"));
        assertEquals("2026-01-01T00:00:00Z", event.json().toJsonObject().getString("time"));
    }

    @Test
    void anUnknownDateIsAbsentAndTheTimeIsThatOfTheRecording() {
        var event = event(Map.of());

        assertNull(event.effective());
        assertFalse(event.json().toJsonObject().containsKey("effective"));
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), event.recordedAt());
    }

    @Test
    void theAttributesAreThoseOfTheRecord() {
        var event = event(Map.of("ce_dataschema", "https://atlas.example/schemas/x.json", "ce_functions", "a,b"));

        assertEquals(
                new JsonObject()
                        .put("specversion", "1.0")
                        .put("id", "mandate-7")
                        .put("type", "org.mandateatlas.mandate.ended.v1")
                        .put("source", "/v1/mandates")
                        .put("subject", "iom-forum")
                        .put("time", "2026-01-01T00:00:00Z")
                        .put("sequence", "0000000007")
                        .put("dataschema", "https://atlas.example/schemas/x.json")
                        .put("functions", "a,b")
                        .put("datacontenttype", "application/json")
                        .put("data", new JsonObject().put("note", "é")),
                event.json().toJsonObject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence"})
    void aRecordWithoutARequiredAttributeIsNoEvent(String missing) {
        var attributes = new LinkedHashMap<>(ATTRIBUTES);
        attributes.remove(missing);

        assertTrue(EventReader.read("mandate", record(attributes)).isEmpty());
    }

    /** No record makes the reader fail: whatever its headers contain, they are in the event, or the record is no event. */
    @Property
    void anyRecordIsAnEventOrSkipped(@ForAll("headers") Map<String, String> headers) {
        var event = EventReader.read("mandate", record(headers));

        if (event.isPresent()) {
            var json = event.get().json().toJsonObject();
            headers.forEach((name, value) -> assertEquals(value, json.getString(name.substring("ce_".length()))));
            assertEquals(new JsonObject().put("note", "é"), json.getJsonObject("data"));
        } else {
            assertFalse(
                    isParsed(() -> Instant.parse(headers.getOrDefault("ce_time", "")))
                            && isParsed(() -> Long.parseLong(headers.getOrDefault("ce_sequence", ""))),
                    headers::toString);
        }
    }

    /** The attributes of an event, of which some have any text or a list of ids. */
    @Provide
    Arbitrary<Map<String, String>> headers() {
        var ids = Arbitraries.strings().withChars("ab-,").ofMaxLength(6);
        var text =
                Arbitraries.oneOf(Arbitraries.strings().withCharRange('\u0000', '\ud7ff'), ids, Arbitraries.just("0"));
        var names = Arbitraries.of(
                "ce_id", "ce_subject", "ce_time", "ce_sequence", "ce_effective", "ce_institutions", "ce_functions");
        return Arbitraries.maps(names, text).ofMaxSize(4).map(changed -> {
            var headers = new LinkedHashMap<>(ATTRIBUTES);
            headers.putAll(changed);
            return headers;
        });
    }

    private static boolean isParsed(Supplier<Object> parser) {
        try {
            var _ = parser.get();
            return true;
        } catch (DateTimeException | NumberFormatException e) {
            return false;
        }
    }

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "ce_specversion", "1.0",
            "ce_id", "mandate-7",
            "ce_type", "org.mandateatlas.mandate.ended.v1",
            "ce_source", "/v1/mandates",
            "ce_subject", "iom-forum",
            "ce_time", "2026-01-01T00:00:00Z",
            "ce_sequence", "0000000007");

    private static ChangeEvent event(Map<String, String> more) {
        var attributes = new LinkedHashMap<>(ATTRIBUTES);
        attributes.putAll(more);
        return EventReader.read("mandate", record(attributes)).orElseThrow();
    }

    private static ConsumerRecord<byte[], byte[]> record(Map<String, String> attributes) {
        var record = new ConsumerRecord<byte[], byte[]>(
                "atlas.mandate.v1", 0, 0, new byte[0], "{\"note\":\"é\"}".getBytes(StandardCharsets.UTF_8));
        attributes.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
