package org.mandateatlas.replication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.replication.ReplicaRepository.Arrival;
import org.mandateatlas.replication.ReplicaRepository.Progress;

/**
 * One stream as it is followed: revisions are taken in sequence, duplicates are left, and where one is missing nothing after
 * it is taken until it has been found.
 */
final class ReplicatedStream {

    private final String stream;
    private final ReplicaRepository revisions;
    private volatile Progress progress;
    private volatile @Nullable Gap gap;

    ReplicatedStream(String stream, ReplicaRepository revisions) {
        this.stream = stream;
        this.revisions = revisions;
        this.progress = revisions.open(stream);
    }

    /** Takes in what came, in the order of the topic; tells whether the stream is without a gap. */
    boolean take(List<Arrival> arrivals, Instant now) {
        var known = gap;
        progress = revisions.take(stream, arrivals, known == null ? 0 : known.highest());
        gap = Gap.after(known, progress.sequence(), arrivals, now);
        return gap == null;
    }

    String stream() {
        return stream;
    }

    Progress progress() {
        return progress;
    }

    /** Returns where a revision is missing; null where none is. */
    @Nullable Gap gap() {
        return gap;
    }
}
