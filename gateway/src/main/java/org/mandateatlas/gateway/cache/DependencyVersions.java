package org.mandateatlas.gateway.cache;

import java.util.List;
import org.mandateatlas.feed.StreamPosition;

/** The streams that one answer rests on: how far it reflects each, and where the fence of each stood before it was asked for. */
final class DependencyVersions {

    private final Ground[] all;

    DependencyVersions(List<Ground> all) {
        this.all = all.toArray(Ground[]::new);
    }

    /** Tells whether no stream is known to go further than the answer reflects, and none may have gone further without notice. */
    boolean hold() {
        for (Ground ground : all) {
            if (ground.head.sequence() > ground.sequence || ground.head.fence() != ground.fence) {
                return false;
            }
        }
        return true;
    }

    /** One stream. */
    record Ground(StreamPosition head, long sequence, long fence) {}
}
