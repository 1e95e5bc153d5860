package org.mandateatlas.subscriptions.delivery;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.feed.EventBatch;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.feed.Feed;
import org.mandateatlas.subscriptions.webhook.AttemptResult;
import org.mandateatlas.subscriptions.webhook.Secret;
import org.mandateatlas.subscriptions.webhook.Sender;
import org.mandateatlas.subscriptions.webhook.Webhook;
import org.mandateatlas.subscriptions.webhook.WebhooksConfig;

/** The steps of a delivery, from the feed to the record of its outcome; callers wait on their own thread. */
@Singleton
record DeliveryPipeline(
        Feed feed,
        LeaseRepository leases,
        DeliveryRepository deliveries,
        DeliveryRecorder recorder,
        Sender sender,
        WebhooksConfig config,
        DeliveryMetrics metrics) {

    private static final int BATCH = 100;
    private static final long FEED_TIMEOUT_SECONDS = 30;

    /**
     * Reads the events after a position.
     *
     * @throws ProblemException (503) if events are unavailable
     */
    EventBatch read(Position after) throws InterruptedException {
        try {
            return feed.read(after, BATCH)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(FEED_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ProblemException(ProblemType.FEED_UNAVAILABLE, "Events are unavailable: " + e.getMessage());
        }
    }

    /** Sends an event to the receiver, and keeps the lease until it has responded. */
    AttemptResult send(Lease lease, Entry entry, List<Secret> secrets, int attempt) throws InterruptedException {
        var webhook = new Webhook(
                lease.url(),
                secrets,
                entry.event().id(),
                entry.position().toString(),
                entry.event().json(),
                attempt);
        var keeper = LeaseKeeper.start(leases, lease, config.lease());
        try {
            return sender.send(webhook);
        } finally {
            keeper.close();
        }
    }
}
