package org.mandateatlas.feed;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change, as its event on Kafka tells it: the attributes of the CloudEvent and its data, byte for byte.
 *
 * @param stream the stream, as {@code mandate}
 * @param sequence its place in the stream, from 1, without gaps
 * @param id unique id of the event; the same when it is sent again
 * @param type what happened, as {@code org.mandateatlas.mandate.transferred.v1}
 * @param source the collection, as {@code /v1/mandates}
 * @param subject id of the document
 * @param time when it happened in the world; null when that is not known
 * @param recordedAt when it was recorded
 * @param institutions ids of the institutions that the document named before or names after
 * @param functions ids of the functions that the document named before or names after
 * @param data the value of the Kafka record: {@code {change, correction, version, recordedAt, actor, note, document, previous, patch}}
 * @param json the whole CloudEvent in the JSON format, on one line, with the data in it byte for byte
 */
public record ChangeEvent(
        String stream,
        long sequence,
        String id,
        String type,
        String source,
        String subject,
        @Nullable String time,
        Instant recordedAt,
        Set<String> institutions,
        Set<String> functions,
        Buffer data,
        Buffer json) {}
