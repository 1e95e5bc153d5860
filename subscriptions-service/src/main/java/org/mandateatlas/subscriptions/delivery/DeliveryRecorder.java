package org.mandateatlas.subscriptions.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.subscriptions.subscription.PauseReason;
import org.mandateatlas.subscriptions.webhook.AttemptResult;

/** Records the outcome of an attempt and moves the subscription in one transaction. */
@ApplicationScoped
class DeliveryRecorder {

    private final LeaseRepository leases;
    private final DeliveryRepository deliveries;

    DeliveryRecorder(LeaseRepository leases, DeliveryRepository deliveries) {
        this.leases = leases;
        this.deliveries = deliveries;
    }

    /** Records a delivered event; returns whether the lease was still held. */
    @Transactional
    boolean delivered(Lease lease, Entry entry, AttemptResult result) {
        var held = leases.advance(lease, entry.position());
        deliveries.record(lease, entry, DeliveryOutcome.DELIVERED, result);
        return held;
    }

    /** Records a failed attempt and postpones the next one, or pauses the subscription. */
    @Transactional
    DeliveryOutcome failed(Lease lease, Entry entry, AttemptResult result, Duration wait, Duration giveUpAfter) {
        var tooLong = leases.postpone(lease, wait, giveUpAfter);
        var paused = tooLong != null && (tooLong || result.isGone());
        if (paused) {
            leases.pause(lease, result.isGone() ? PauseReason.GONE : PauseReason.FAILING);
        }
        var outcome = paused ? DeliveryOutcome.FAILED : DeliveryOutcome.RETRYING;
        deliveries.record(lease, entry, outcome, result);
        return outcome;
    }
}
