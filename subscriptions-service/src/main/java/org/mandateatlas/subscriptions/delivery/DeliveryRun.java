package org.mandateatlas.subscriptions.delivery;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.subscriptions.webhook.AttemptResult;

/**
 * One run of deliveries under one lease: requested redeliveries first, then the events of the feed one after the other, until none is
 * left, one fails, or other subscriptions wait.
 */
final class DeliveryRun {

    private final DeliveryPipeline pipeline;
    private final Lease lease;
    private final Backoff backoff;
    private final BooleanSupplier stopping;
    private Position position;
    private int attempts;

    DeliveryRun(DeliveryPipeline pipeline, Lease lease, Backoff backoff, BooleanSupplier stopping) {
        this.pipeline = pipeline;
        this.lease = lease;
        this.backoff = backoff;
        this.stopping = stopping;
        this.position = lease.position();
        this.attempts = lease.attempts();
    }

    /** Delivers and releases the lease; returns whether more may be due at once. */
    boolean deliver() throws InterruptedException {
        try {
            var more = new Redelivery(pipeline, lease, stopping).deliver();
            return lease.active() ? deliverInOrder() || more : more;
        } finally {
            pipeline.leases().release(lease, position);
        }
    }

    private boolean deliverInOrder() throws InterruptedException {
        for (var sent = 0; sent < pipeline.config().eventsPerRun(); ) {
            var batch = pipeline.read(position);
            for (var entry : batch.entries()) {
                if (!lease.filter().passes(entry.event())) {
                    position = entry.position();
                    continue;
                }
                if (stopping.getAsBoolean() || !deliver(entry)) {
                    return false;
                }
                sent++;
            }
            position = batch.position();
            if (batch.atEnd() || stopping.getAsBoolean()) {
                return false;
            }
            if (pipeline.leases().renew(lease, pipeline.config().lease(), position) == null) {
                return true;
            }
        }
        return true;
    }

    /** Returns whether the event is delivered and the next one may follow. */
    private boolean deliver(Entry entry) throws InterruptedException {
        var secrets = pipeline.leases().renew(lease, pipeline.config().lease(), position);
        if (secrets == null) {
            return false;
        }
        var result = pipeline.send(lease, entry, secrets, attempts);
        if (result.isDelivered()) {
            return delivered(entry, result);
        }
        failed(entry, result);
        return false;
    }

    private boolean delivered(Entry entry, AttemptResult result) {
        var held = pipeline.recorder().delivered(lease, entry, result);
        attempts = 0;
        position = entry.position();
        pipeline.metrics().attempted(DeliveryOutcome.DELIVERED);
        pipeline.metrics().delivered(entry.event());
        return held;
    }

    private void failed(Entry entry, AttemptResult result) {
        var wait = backoff.after(
                attempts + 1, result.retryAfter(), ThreadLocalRandom.current().nextDouble());
        var outcome = pipeline.recorder()
                .failed(lease, entry, result, wait, pipeline.config().giveUpAfter());
        pipeline.metrics().attempted(outcome);
    }
}
