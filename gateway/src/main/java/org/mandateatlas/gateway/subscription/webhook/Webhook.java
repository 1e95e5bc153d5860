package org.mandateatlas.gateway.subscription.webhook;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a receiver.
 *
 * @param url where it goes
 * @param secrets each signs it
 * @param id id of the event, the same however often it is sent
 * @param position the point of the feed right after it; null when it has no place there
 * @param body the CloudEvent in the JSON format
 * @param attempt how often it was tried before
 */
public record Webhook(
        String url,
        List<Secret> secrets,
        String id,
        @Nullable String position,
        Buffer body,
        int attempt) {}
