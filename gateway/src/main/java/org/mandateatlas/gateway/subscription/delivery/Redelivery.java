package org.mandateatlas.gateway.subscription.delivery;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.EventBatch.Entry;
import org.mandateatlas.gateway.subscription.delivery.Delivery.Outcome;
import org.mandateatlas.gateway.subscription.delivery.Tools.UnreadableException;
import org.mandateatlas.gateway.subscription.webhook.Reply;
import org.mandateatlas.gateway.subscription.webhook.Secret;

/** Delivers once more what was asked for again: out of its turn, each once, whatever comes of it. */
final class Redelivery {

    private static final int AT_ONCE = 20;

    private final Tools tools;
    private final Lease claim;
    private final BooleanSupplier stopping;

    Redelivery(Tools tools, Lease claim, BooleanSupplier stopping) {
        this.tools = tools;
        this.claim = claim;
        this.stopping = stopping;
    }

    /** Tells whether there may be more. */
    boolean deliver() throws InterruptedException, UnreadableException {
        List<Delivery> pending = tools.database()
                .inTransaction(connection -> tools.deliveries().pending(connection, claim.subscription(), AT_ONCE));
        for (Delivery delivery : pending) {
            Position head = tools.feed().head();
            if (head.of(delivery.event().stream()) < delivery.event().sequence() || stopping.getAsBoolean()) {
                return false;
            }
            Entry entry = find(delivery, head);
            List<Secret> secrets = hold();
            if (secrets == null) {
                return true;
            }
            finish(
                    delivery,
                    entry == null
                            ? new Reply(null, "The event is not in the feed any more.", null, null, 0)
                            : tools.send(claim, entry, secrets, delivery.attempts()));
        }
        return pending.size() == AT_ONCE;
    }

    /** The event comes alone, or first, where all other streams have come to their end. */
    private @Nullable Entry find(Delivery delivery, Position head) throws InterruptedException, UnreadableException {
        Position before = head.with(delivery.event().stream(), delivery.event().sequence() - 1);
        return tools.read(before).entries().stream()
                .filter(entry -> entry.event().id().equals(delivery.event().id()))
                .findFirst()
                .map(entry -> new Entry(entry.event(), Position.parse(delivery.position())))
                .orElse(null);
    }

    private @Nullable List<Secret> hold() {
        return tools.database()
                .inTransaction(connection ->
                        tools.claims().hold(connection, claim, tools.config().lease())
                                ? tools.claims().secrets(connection, claim)
                                : null);
    }

    private void finish(Delivery delivery, Reply reply) {
        Outcome outcome = reply.isTaken() ? Outcome.DELIVERED : Outcome.FAILED;
        tools.database().inTransaction(connection -> {
            tools.deliveries().finish(connection, delivery, outcome, reply);
            return true;
        });
        tools.meters().attempted(outcome);
    }
}
