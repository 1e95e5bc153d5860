package org.mandateatlas.chassis.following;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.following.FollowedRepository.Arrival;
import org.mandateatlas.chassis.following.FollowedRepository.Progress;

/**
 * One stream as it is followed: revisions are taken in sequence, duplicates are left, and where one is missing nothing after
 * it is taken until it has been found.
 */
final class FollowedStream {

    private final String stream;
    private final FollowedRepository revisions;
    private volatile Progress progress;
    private volatile @Nullable Gap gap;

    FollowedStream(String stream, FollowedRepository revisions) {
        this.stream = stream;
        this.revisions = revisions;
        this.progress = revisions.open(stream);
    }

    /** Takes in what came, in the order of the topic; tells whether it is without a gap. */
    boolean take(List<Arrival> arrivals, Instant now) {
        progress = revisions.take(stream, arrivals);
        var beyond = beyond(arrivals);
        if (beyond.isPresent()) {
            var known = gap;
            if (known == null || known.expected() != progress.sequence() + 1) {
                gap = new Gap(progress.sequence() + 1, beyond.get(), now);
            }
            return false;
        }
        var known = gap;
        if (known != null && progress.sequence() >= known.found()) {
            gap = null;
        }
        return true;
    }

    private Optional<Long> beyond(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(arrival -> arrival.revision().sequence())
                .filter(sequence -> sequence > progress.sequence())
                .findFirst();
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
