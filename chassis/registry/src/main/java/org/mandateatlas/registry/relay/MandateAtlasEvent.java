package org.mandateatlas.registry.relay;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.trace.TraceParent;
import org.mandateatlas.registry.DocumentJson;

/** The CloudEvent of a revision, in the binary mode of the Kafka binding. */
public final class MandateAtlasEvent {

    private MandateAtlasEvent() {}

    /** Returns the topic of a stream, whichever service owns it. */
    public static String topic(String stream) {
        return "atlas." + stream + ".v1";
    }

    /**
     * Returns the event as a Kafka record; its key is the document's id. It carries the trace twice: as the attribute of
     * the CloudEvent, which permanently identifies the write, and as the header with which Kafka clients continue a trace.
     *
     * @param schemas URL below which the gateway serves the schemas of events; the attribute must be absolute
     */
    static ProducerRecord<String, byte[]> of(OutboxRecord revision, String collection, String schemas) {
        var event = new ProducerRecord<>(
                topic(revision.stream()), 0, revision.id(), value(revision).getBytes(StandardCharsets.UTF_8));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", revision.stream() + "-" + revision.sequence());
        header(event, "ce_type", type(revision));
        header(event, "ce_source", "/v1/" + collection);
        header(event, "ce_subject", revision.id());
        header(event, "ce_time", revision.recordedAt().toString());
        if (revision.effective() != null) {
            header(event, "ce_effective", revision.effective());
        }
        header(event, "ce_sequence", String.format(Locale.ROOT, "%010d", revision.sequence()));
        header(event, "ce_dataschema", schemas + type(revision) + ".json");
        mention(event, "ce_institutions", revision.mentioned("institution"));
        mention(event, "ce_functions", revision.mentioned("function"));
        if (revision.traceparent() != null) {
            header(event, "ce_" + TraceParent.HEADER, revision.traceparent());
            header(event, TraceParent.HEADER, revision.traceparent());
        }
        header(event, "content-type", "application/json");
        return event;
    }

    private static String type(OutboxRecord revision) {
        return "org.mandateatlas." + revision.stream() + "." + revision.change() + ".v1";
    }

    private static String value(OutboxRecord revision) {
        return "{\"change\":" + DocumentJson.quoted(revision.change())
                + ",\"correction\":" + revision.correction()
                + ",\"version\":" + revision.version()
                + ",\"recordedAt\":" + DocumentJson.quoted(revision.recordedAt().toString())
                + ",\"actor\":" + DocumentJson.quoted(revision.actor())
                + ",\"note\":" + (revision.note() == null ? "null" : DocumentJson.quoted(revision.note()))
                + ",\"document\":" + orNull(revision.document())
                + ",\"previous\":" + orNull(revision.previous())
                + ",\"patch\":" + revision.patch()
                + "}";
    }

    private static String orNull(@Nullable String json) {
        return json == null ? "null" : json;
    }

    /** An attribute without a value is absent. */
    private static void mention(ProducerRecord<String, byte[]> event, String name, String ids) {
        if (!ids.isEmpty()) {
            header(event, name, ids);
        }
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
