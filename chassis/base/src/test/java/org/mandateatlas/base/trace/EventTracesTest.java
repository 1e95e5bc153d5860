package org.mandateatlas.base.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTracesTest {

    private static final String TOPIC = "atlas.mandate.v1";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String WRITE = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build())
            .build();
    private final EventTraces traces = new EventTraces(sdk, false);

    @Test
    void anEventIsSentAndTakenInWithinTheTraceOfItsWrite() {
        var event = event(WRITE);
        try (var sending = traces.send(List.of(event))) {
            sending.delivered();
        }
        var taken = traces.take(TOPIC, event.key(), EventTraces.parent(event.headers()));
        assertNotNull(taken);
        taken.end();

        var spans = exported.getFinishedSpanItems();
        assertEquals(
                List.of("send " + TOPIC, "process " + TOPIC),
                spans.stream().map(span -> span.getName()).toList());
        var sent = spans.getFirst();
        var processed = spans.getLast();
        assertEquals(TRACE, sent.getTraceId());
        assertEquals("b7ad6b7169203331", sent.getParentSpanId());
        assertEquals(SpanKind.PRODUCER, sent.getKind());
        assertEquals(TRACE, processed.getTraceId());
        assertEquals(sent.getSpanId(), processed.getParentSpanId());
        assertEquals(SpanKind.CONSUMER, processed.getKind());
    }

    @Test
    void whatTheCloudEventSaysOfItsTraceStaysWhateverItIsSentIn() {
        var event = event(WRITE);
        event.headers().add("ce_traceparent", WRITE.getBytes(StandardCharsets.UTF_8));
        traces.send(List.of(event)).close();
        assertEquals(
                WRITE, new String(event.headers().lastHeader("ce_traceparent").value(), StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotDeliveredHasFailed() {
        traces.send(List.of(event(WRITE))).close();
        assertEquals(
                StatusData.error().getStatusCode(),
                exported.getFinishedSpanItems().getFirst().getStatus().getStatusCode());
    }

    @Test
    void whatNobodyTracedIsNotTraced() {
        traces.send(List.of(event(null))).close();
        assertNull(traces.take(TOPIC, "iom-forum", null));
        assertEquals(List.of(), exported.getFinishedSpanItems());
    }

    @Test
    void withoutTracingAnEventSaysWhatItsWriteSaid() {
        var off = new EventTraces(sdk, true);
        var event = event(WRITE);
        off.send(List.of(event)).close();
        assertEquals(WRITE, EventTraces.parent(event.headers()));
        assertNull(off.take(TOPIC, event.key(), WRITE));
        assertEquals(List.of(), exported.getFinishedSpanItems());
    }

    private static ProducerRecord<String, byte[]> event(@Nullable String traceparent) {
        var event = new ProducerRecord<>(TOPIC, "iom-forum", new byte[0]);
        if (traceparent != null) {
            event.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return event;
    }
}
