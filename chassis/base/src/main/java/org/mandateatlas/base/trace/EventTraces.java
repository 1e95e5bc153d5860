package org.mandateatlas.base.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Spans of events sent through Kafka, children of the request that wrote the revision. There are none while tracing
 * is disabled or if the request was not traced.
 */
@Singleton
public class EventTraces {

    private static final String SCOPE = "org.mandateatlas";

    private final @Nullable Tracer tracer;

    EventTraces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        this.tracer = disabled ? null : telemetry.getTracer(SCOPE);
    }

    /** Starts the spans for sending events and adds them to the events. */
    public Sending send(List<ProducerRecord<String, byte[]>> events) {
        var spans = new ArrayList<Span>();
        if (tracer != null) {
            for (var event : events) {
                var parent = parent(event.headers());
                if (parent != null) {
                    var span = begin(tracer, SpanKind.PRODUCER, "send", event.topic(), event.key(), parent);
                    event.headers().remove(TraceParent.HEADER);
                    event.headers()
                            .add(
                                    TraceParent.HEADER,
                                    TraceParent.of(span.getSpanContext()).getBytes(StandardCharsets.UTF_8));
                    spans.add(span);
                }
            }
        }
        return new Sending(spans);
    }

    /** Starts the span for processing an event, or returns null if there is nothing to trace. */
    public @Nullable Span take(String topic, String key, @Nullable String parent) {
        return tracer == null || parent == null
                ? null
                : begin(tracer, SpanKind.CONSUMER, "process", topic, key, parent);
    }

    /** Returns the span in which an event was sent, if any. */
    public static @Nullable String parent(Headers headers) {
        var header = headers.lastHeader(TraceParent.HEADER);
        return header == null || header.value() == null
                ? null
                : TraceParent.sane(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static Span begin(Tracer tracer, SpanKind kind, String operation, String topic, String key, String parent) {
        return tracer.spanBuilder(operation + " " + topic)
                .setSpanKind(kind)
                .setParent(TraceParent.context(parent))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("messaging.operation.name", operation)
                .setAttribute("messaging.operation.type", operation)
                .setAttribute("messaging.kafka.message.key", key)
                .startSpan();
    }

    /** Spans of events being sent; closing marks undelivered events as failed. */
    public static final class Sending implements AutoCloseable {

        private final List<Span> spans;
        private boolean delivered;

        private Sending(List<Span> spans) {
            this.spans = spans;
        }

        /** Marks all events as stored. */
        public void delivered() {
            delivered = true;
        }

        @Override
        public void close() {
            for (var span : spans) {
                if (!delivered) {
                    span.setStatus(StatusCode.ERROR, "not delivered; the events are sent again");
                }
                span.end();
            }
        }
    }
}
