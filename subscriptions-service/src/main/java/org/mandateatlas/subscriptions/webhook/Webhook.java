package org.mandateatlas.subscriptions.webhook;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to a receiver.
 *
 * @param url URL of the receiver
 * @param secrets secrets that sign the message
 * @param id id of the event, the same for every attempt
 * @param position position in the feed after the event; null for none
 * @param body the CloudEvent in the JSON format
 * @param attempt number of previous attempts
 */
public record Webhook(
        String url,
        List<Secret> secrets,
        String id,
        @Nullable String position,
        Buffer body,
        int attempt) {}
