package org.mandateatlas.gateway.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.DependencyVersions.Version;

/** The known position and invalidation epoch of each stream before a request to an upstream. */
final class PositionSnapshot {

    private static final Known NOTHING = new Known(0, 0);

    private final StreamPositions positions;
    private final Map<String, Known> known = new HashMap<>();

    private PositionSnapshot(StreamPositions positions) {
        this.positions = positions;
    }

    /** Takes a snapshot. */
    static PositionSnapshot now(StreamPositions positions) {
        var snapshot = new PositionSnapshot(positions);
        positions.all().forEach((stream, one) -> snapshot.known.put(stream, new Known(one.sequence(), one.epoch())));
        return snapshot;
    }

    /**
     * Returns the versions of a response to a request that was sent after this snapshot. The position of a response about the past is older; its upstream knows its own streams at least up to the sequences known here.
     *
     * @param position the position that the response states
     * @return null when the response does not state how far it reflects a stream that can change it
     */
    @Nullable DependencyVersions of(Position position, Dependencies dependencies) {
        Set<String> streams =
                dependencies.streams().isEmpty() ? position.sequences().keySet() : dependencies.streams();
        if (streams.isEmpty()) {
            return null;
        }
        var versions = new ArrayList<Version>();
        for (String stream : streams) {
            Long reflected = position.sequences().get(stream);
            if (reflected == null) {
                return null;
            }
            if (!dependencies.fixed().contains(stream)) {
                Known before = known.getOrDefault(stream, NOTHING);
                boolean ofThePast =
                        dependencies.past() && dependencies.ownStreams().contains(stream);
                long sequence = ofThePast ? Math.max(reflected, before.sequence) : reflected;
                versions.add(new Version(positions.position(stream), sequence, before.epoch));
            }
        }
        return new DependencyVersions(versions);
    }

    private record Known(long sequence, long epoch) {}
}
