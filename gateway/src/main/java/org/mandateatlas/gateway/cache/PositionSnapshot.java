package org.mandateatlas.gateway.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.StreamPositions;
import org.mandateatlas.gateway.cache.DependencyVersions.Ground;

/** How far each stream was known to go, and where its fence stood, before an owner was asked. */
final class PositionSnapshot {

    private static final Stand UNHEARD_OF = new Stand(0, 0);

    private final StreamPositions heads;
    private final Map<String, Stand> stands = new HashMap<>();

    private PositionSnapshot(StreamPositions heads) {
        this.heads = heads;
    }

    /** Takes it down. */
    static PositionSnapshot now(StreamPositions heads) {
        var outset = new PositionSnapshot(heads);
        heads.all().forEach((stream, head) -> outset.stands.put(stream, new Stand(head.sequence(), head.fence())));
        return outset;
    }

    /**
     * Returns what an answer rests on that was asked for then. The position of an answer about the past tells of the past; but its
     * owner knew its own streams at least as far as they were known here.
     *
     * @param position what the answer says of itself
     * @return null when the answer does not say how far it reflects a stream that can change it
     */
    @Nullable DependencyVersions of(Position position, Dependencies basis) {
        Set<String> streams = basis.streams().isEmpty() ? position.sequences().keySet() : basis.streams();
        if (streams.isEmpty()) {
            return null;
        }
        var grounds = new ArrayList<Ground>();
        for (String stream : streams) {
            Long reflected = position.sequences().get(stream);
            if (reflected == null) {
                return null;
            }
            if (!basis.fixed().contains(stream)) {
                Stand stand = stands.getOrDefault(stream, UNHEARD_OF);
                boolean ofThen = basis.past() && basis.ownersOwn().contains(stream);
                long sequence = ofThen ? Math.max(reflected, stand.sequence) : reflected;
                grounds.add(new Ground(heads.head(stream), sequence, stand.fence));
            }
        }
        return new DependencyVersions(grounds);
    }

    /** Where one stream stood. */
    private record Stand(long sequence, long fence) {}
}
