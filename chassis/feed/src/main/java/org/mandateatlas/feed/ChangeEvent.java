package org.mandateatlas.feed;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event: the attributes of the CloudEvent and its data, byte for byte as on Kafka.
 *
 * @param stream its stream, such as {@code mandate}
 * @param sequence its sequence in the stream, from 1, without gaps
 * @param id unique id of the event, the same if it is published again
 * @param type event type, such as {@code org.mandateatlas.mandate.transferred.v1}
 * @param source the collection, such as {@code /v1/mandates}
 * @param subject id of the document
 * @param recordedAt when the change was recorded, the CloudEvents attribute {@code time}
 * @param effective when the change happened in the world, in EDTF; null if unknown
 * @param institutions ids of the institutions that the event concerns
 * @param functions ids of the functions that the event concerns
 * @param data value of the Kafka record: {@code {change, correction, version, recordedAt, actor, note, document, previous, patch}}
 * @param json the CloudEvent in the JSON format, on one line, with the data byte for byte
 */
public record ChangeEvent(
        String stream,
        long sequence,
        String id,
        String type,
        String source,
        String subject,
        Instant recordedAt,
        @Nullable String effective,
        Set<String> institutions,
        Set<String> functions,
        Buffer data,
        Buffer json) {}
