package org.mandateatlas.subscriptions.delivery;

import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.ChangeFilter;

/**
 * The exclusive right to deliver to a subscription for a while, with the subscription as it was when the lease was acquired.
 *
 * @param subscription id of the subscription
 * @param holder unique name of the holder
 * @param url receiver of the events
 * @param filter the changes to deliver
 * @param active whether events are due; otherwise only redeliveries
 * @param version version of the subscription
 * @param replay counts how often the owner has set the position
 * @param attempts failed attempts to deliver the next event
 * @param position position up to which every matching event is delivered
 */
record Lease(
        String subscription,
        String holder,
        String url,
        ChangeFilter filter,
        boolean active,
        int version,
        int replay,
        int attempts,
        Position position) {}
