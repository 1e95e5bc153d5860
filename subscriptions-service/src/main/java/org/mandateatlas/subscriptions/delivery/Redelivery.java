package org.mandateatlas.subscriptions.delivery;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.subscriptions.webhook.AttemptResult;

/** Delivers requested redeliveries: out of order, one attempt each. */
final class Redelivery {

    private static final int AT_ONCE = 20;

    private final DeliveryPipeline pipeline;
    private final Lease lease;
    private final BooleanSupplier stopping;

    Redelivery(DeliveryPipeline pipeline, Lease lease, BooleanSupplier stopping) {
        this.pipeline = pipeline;
        this.lease = lease;
        this.stopping = stopping;
    }

    /** Attempts the redeliveries; returns whether there may be more. */
    boolean deliver() throws InterruptedException {
        var pending = pipeline.deliveries().pending(lease.subscription(), AT_ONCE);
        for (var delivery : pending) {
            var head = pipeline.feed().head();
            if (head.of(delivery.stream) < delivery.sequence || stopping.getAsBoolean()) {
                return false;
            }
            var entry = find(delivery, head);
            var secrets = pipeline.leases().renew(lease, pipeline.config().lease());
            if (secrets == null) {
                return true;
            }
            finish(
                    delivery,
                    entry == null
                            ? new AttemptResult(null, "The event is no longer in the feed.", null, null, 0)
                            : pipeline.send(lease, entry, secrets, delivery.attempts));
        }
        return pending.size() == AT_ONCE;
    }

    /** Reads the event at a position at which every other stream is at its end. */
    private @Nullable Entry find(DeliveryEntity delivery, Position head) throws InterruptedException {
        var before = head.with(delivery.stream, delivery.sequence - 1);
        return pipeline.read(before).entries().stream()
                .filter(entry -> entry.event().id().equals(delivery.eventId))
                .findFirst()
                .map(entry -> new Entry(entry.event(), Position.parse(delivery.position)))
                .orElse(null);
    }

    private void finish(DeliveryEntity delivery, AttemptResult result) {
        var outcome = result.isDelivered() ? DeliveryOutcome.DELIVERED : DeliveryOutcome.FAILED;
        pipeline.deliveries().finish(delivery.number, outcome, result);
        pipeline.metrics().attempted(outcome);
    }
}
