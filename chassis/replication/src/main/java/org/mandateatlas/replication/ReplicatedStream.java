package org.mandateatlas.replication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.replication.ReplicaRepository.Arrival;
import org.mandateatlas.replication.ReplicaRepository.Progress;

/**
 * A replicated stream: revisions are applied in sequence, duplicates are skipped, and nothing after a gap is applied until the
 * missing revision has been found.
 */
final class ReplicatedStream {

    private final String stream;
    private final ReplicaRepository revisions;
    private volatile Progress progress;
    private volatile @Nullable SequenceGap gap;

    ReplicatedStream(String stream, ReplicaRepository revisions) {
        this.stream = stream;
        this.revisions = revisions;
        this.progress = revisions.open(stream);
    }

    /** Applies arrivals in topic order and returns whether the stream has no gap. */
    boolean apply(List<Arrival> arrivals, Instant now) {
        var known = gap;
        progress = revisions.apply(stream, arrivals, known == null ? 0 : known.highest());
        gap = SequenceGap.after(known, progress.sequence(), arrivals, now);
        return gap == null;
    }

    String stream() {
        return stream;
    }

    Progress progress() {
        return progress;
    }

    /** Returns the gap in the stream, or null. */
    @Nullable SequenceGap gap() {
        return gap;
    }
}
