package org.mandateatlas.gateway.subscription.delivery;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.EventBatch;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.gateway.subscription.Subscription.PauseReason;
import org.mandateatlas.gateway.subscription.Words;
import org.mandateatlas.gateway.subscription.delivery.Delivery.Outcome;
import org.mandateatlas.gateway.subscription.delivery.Tools.UnreadableException;
import org.mandateatlas.gateway.subscription.webhook.Reply;
import org.mandateatlas.gateway.subscription.webhook.Secret;

/**
 * One turn of one subscription: what was asked for again, and then what comes next in the feed, one event after the other, until
 * there is no more, one fails, or others want their turn.
 */
final class DeliveryRun {

    private final Tools tools;
    private final Lease claim;
    private final Backoff backoff;
    private final BooleanSupplier stopping;
    private Position position;
    private int attempts;

    DeliveryRun(Tools tools, Lease claim, Backoff backoff, BooleanSupplier stopping) {
        this.tools = tools;
        this.claim = claim;
        this.backoff = backoff;
        this.stopping = stopping;
        this.position = claim.position();
        this.attempts = claim.attempts();
    }

    /** Takes the turn and lets go of the subscription; tells whether there may be more to do at once. */
    boolean take() throws InterruptedException, UnreadableException {
        try {
            boolean more = new Redelivery(tools, claim, stopping).deliver();
            return claim.active() ? inOrder() || more : more;
        } finally {
            tools.database().inTransaction(connection -> {
                tools.claims().release(connection, claim, position);
                return true;
            });
        }
    }

    private boolean inOrder() throws InterruptedException, UnreadableException {
        for (int sent = 0; sent < tools.config().turn(); ) {
            EventBatch slice = tools.read(position);
            for (Entry entry : slice.entries()) {
                if (!claim.filter().passes(entry.event())) {
                    position = entry.position();
                    continue;
                }
                if (stopping.getAsBoolean() || !deliver(entry)) {
                    return false;
                }
                sent++;
            }
            position = slice.position();
            if (slice.atEnd() || stopping.getAsBoolean()) {
                return false;
            }
            if (tools.hold(claim, position) == null) {
                return true;
            }
        }
        return true;
    }

    /** Tells whether the event has been delivered and the next one may follow. */
    private boolean deliver(Entry entry) throws InterruptedException {
        List<Secret> secrets = tools.hold(claim, position);
        if (secrets == null) {
            return false;
        }
        Reply reply = tools.send(claim, entry, secrets, attempts);
        if (reply.isTaken()) {
            return taken(entry, reply);
        }
        failed(entry, reply);
        return false;
    }

    private boolean taken(Entry entry, Reply reply) {
        boolean held = tools.database().inTransaction(connection -> {
            boolean moved = tools.claims().delivered(connection, claim, entry.position());
            tools.deliveries().record(connection, claim, entry, Outcome.DELIVERED, reply);
            return moved;
        });
        attempts = 0;
        position = entry.position();
        tools.meters().attempted(Outcome.DELIVERED);
        tools.meters().arrived(entry.event());
        return held;
    }

    private void failed(Entry entry, Reply reply) {
        var wait = backoff.after(
                attempts + 1, reply.retryAfter(), ThreadLocalRandom.current().nextDouble());
        Outcome outcome = tools.database().inTransaction(connection -> {
            Boolean tooLong = tools.claims()
                    .failed(connection, claim, wait, tools.config().giveUpAfter());
            boolean standsStill = tooLong != null && (tooLong || reply.isGone());
            if (standsStill) {
                tools.claims()
                        .pause(connection, claim, Words.of(reply.isGone() ? PauseReason.GONE : PauseReason.FAILING));
            }
            Outcome found = standsStill ? Outcome.FAILED : Outcome.RETRYING;
            tools.deliveries().record(connection, claim, entry, found, reply);
            return found;
        });
        tools.meters().attempted(outcome);
    }
}
