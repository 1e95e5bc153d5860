package org.mandateatlas.registry.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.DocumentJson;

/** A revision goes to Kafka as a CloudEvent. */
class MandateAtlasEventTest {

    @Test
    void theTopicIsThatOfTheStream() {
        assertEquals("atlas.mandate.v1", MandateAtlasEvent.topic("mandate"));
        assertEquals("atlas.mandate.v1", event(TRANSFER).topic());
    }

    @Test
    void allEventsOfAStreamAreInOnePartitionUnderTheIdsOfTheirDocuments() {
        assertEquals(0, event(TRANSFER).partition());
        assertEquals("iom-berne-secretariat", event(TRANSFER).key());
    }

    @Test
    void theHeadersAreTheAttributesOfTheCloudEvent() {
        var headers = new TreeMap<String, String>();
        event(TRANSFER)
                .headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        var expected = new TreeMap<String, String>();
        expected.put("ce_specversion", "1.0");
        expected.put("ce_id", "mandate-42");
        expected.put("ce_type", "org.mandateatlas.mandate.transferred.v1");
        expected.put("ce_source", "/v1/mandates");
        expected.put("ce_subject", "iom-berne-secretariat");
        expected.put("ce_time", "2026-11-23T10:00:00.000001Z");
        expected.put("ce_effective", "2001-06");
        expected.put("ce_sequence", "0000000042");
        expected.put("ce_dataschema", "https://atlas.example/schemas/org.mandateatlas.mandate.transferred.v1.json");
        expected.put("ce_institutions", "ilo,iom");
        expected.put("ce_functions", "coordination");
        expected.put("ce_traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        expected.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        expected.put("content-type", "application/json");
        assertEquals(expected, headers);
    }

    @Test
    void attributesWithoutAValueAreAbsent() {
        for (var name : List.of("ce_effective", "ce_institutions", "ce_functions")) {
            assertNull(event(RETRACTION).headers().lastHeader(name), name);
        }
    }

    @Test
    void whatNobodyTracedSaysNothingOfATrace() {
        assertEquals(null, event(RETRACTION).headers().lastHeader("ce_traceparent"));
        assertEquals(null, event(RETRACTION).headers().lastHeader("traceparent"));
    }

    @Test
    void theBodyTellsWhatChangedAndBothDocuments() {
        assertEquals(DocumentJson.stored("""
                        {"change": "transferred", "correction": true, "version": 3,
                         "recordedAt": "2026-11-23T10:00:00.000001Z", "actor": "ada \\"the\\" curator",
                         "note": "line one\\nline twö", "document": {"institution": "iom"},
                         "previous": {"institution": "ilo"},
                         "patch": [{"op": "replace", "path": "/institution", "value": "iom"}]}"""), DocumentJson.stored(body(event(TRANSFER))));
    }

    @Test
    void aRetractionHasNoDocumentAndAFirstVersionNoPrevious() {
        assertEquals(DocumentJson.stored("""
                        {"change": "retracted", "correction": false, "version": 1,
                         "recordedAt": "2026-11-23T10:00:00.000001Z", "actor": "ada", "note": null,
                         "document": null, "previous": null, "patch": []}"""), DocumentJson.stored(body(event(RETRACTION))));
    }

    private static final OutboxRecord TRANSFER = new OutboxRecord(
            "mandate",
            42,
            "iom-berne-secretariat",
            3,
            "transferred",
            true,
            Instant.parse("2026-11-23T10:00:00.000001Z"),
            "2001-06",
            "ada \"the\" curator",
            "line one\nline twö",
            "{\"institution\":\"iom\"}",
            "{\"institution\":\"ilo\"}",
            "[{\"op\":\"replace\",\"path\":\"/institution\",\"value\":\"iom\"}]",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            List.of("function=coordination", "institution=ilo", "institution=iom"));

    private static final OutboxRecord RETRACTION = retraction(null);

    private static OutboxRecord retraction(@Nullable String nothing) {
        return new OutboxRecord(
                "mandate",
                43,
                "iom-berne-secretariat",
                1,
                "retracted",
                false,
                TRANSFER.recordedAt(),
                null,
                "ada",
                nothing,
                nothing,
                nothing,
                "[]",
                nothing,
                List.of());
    }

    private static ProducerRecord<String, byte[]> event(OutboxRecord revision) {
        return MandateAtlasEvent.of(revision, "mandates", "https://atlas.example/schemas/");
    }

    private static String body(ProducerRecord<String, byte[]> event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }
}
