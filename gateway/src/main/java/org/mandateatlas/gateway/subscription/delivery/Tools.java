package org.mandateatlas.gateway.subscription.delivery;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.EventBatch;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.gateway.subscription.Database;
import org.mandateatlas.gateway.subscription.webhook.Reply;
import org.mandateatlas.gateway.subscription.webhook.Secret;
import org.mandateatlas.gateway.subscription.webhook.Sender;
import org.mandateatlas.gateway.subscription.webhook.Webhook;
import org.mandateatlas.gateway.subscription.webhook.WebhooksConfig;

/** What delivering needs; whoever uses it waits, on a thread of its own. */
@Singleton
record Tools(
        Database database,
        LeaseRepository claims,
        DeliveryRepository deliveries,
        Feed feed,
        Sender sender,
        WebhooksConfig config,
        DeliveryMeters meters) {

    private static final int SLICE = 100;
    private static final long FEED_PATIENCE_SECONDS = 30;

    /**
     * Reads the feed.
     *
     * @throws UnreadableException when the events cannot be had for now
     */
    EventBatch read(Position after) throws InterruptedException, UnreadableException {
        Future<EventBatch> read = feed.read(after, SLICE);
        try {
            return read.toCompletionStage().toCompletableFuture().get(FEED_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnreadableException(e);
        }
    }

    /** Calls the receiver. */
    Reply send(Lease claim, Entry entry, List<Secret> secrets, int attempt) throws InterruptedException {
        return sender.send(new Webhook(
                claim.url(),
                secrets,
                entry.event().id(),
                entry.position().toString(),
                entry.event().json(),
                attempt));
    }

    /** Prolongs a claim before an attempt and remembers what was passed over; null when it does not hold any more. */
    @Nullable List<Secret> hold(Lease claim, Position passed) {
        return database.inTransaction(connection ->
                claims.hold(connection, claim, config.lease(), passed) ? claims.secrets(connection, claim) : null);
    }

    /** The feed did not answer. */
    static final class UnreadableException extends Exception {

        UnreadableException(Throwable cause) {
            super(cause);
        }
    }
}
