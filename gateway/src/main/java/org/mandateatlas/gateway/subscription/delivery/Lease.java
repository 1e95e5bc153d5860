package org.mandateatlas.gateway.subscription.delivery;

import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.ChangeFilter;

/**
 * A subscription that this gateway delivers for the moment, as it was when it took it.
 *
 * @param subscription id of the subscription
 * @param holder who holds it: another name for each time that it is taken
 * @param url where events go
 * @param filter which it wants
 * @param active whether it is told of changes, or only of what was asked for again
 * @param version its version
 * @param replay how often its owner has set the position
 * @param attempts how often the next event was tried in vain
 * @param position how far it has been told
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
