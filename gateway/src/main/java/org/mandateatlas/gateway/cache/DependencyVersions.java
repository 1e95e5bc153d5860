package org.mandateatlas.gateway.cache;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.mandateatlas.feed.StreamPosition;

/**
 * The streams that a response depends on: up to which sequence it reflects each, and each one's invalidation epoch
 * before it was fetched.
 */
public final class DependencyVersions {

    private final Version[] all;

    DependencyVersions(Collection<Version> all) {
        this.all = all.toArray(Version[]::new);
    }

    /** Returns the versions of a response that is composed of others: it holds as long as each of them does. */
    public static DependencyVersions all(List<DependencyVersions> parts) {
        var lowest = new LinkedHashMap<Version, Version>();
        for (DependencyVersions part : parts) {
            for (Version version : part.all) {
                lowest.merge(version.at(0), version, (one, other) -> one.sequence < other.sequence ? one : other);
            }
        }
        return new DependencyVersions(lowest.values());
    }

    /** Returns whether no stream is known beyond the response, and no invalidation epoch has changed. */
    boolean hold() {
        for (Version version : all) {
            if (version.position.sequence() > version.sequence || version.position.epoch() != version.epoch) {
                return false;
            }
        }
        return true;
    }

    /**
     * One stream.
     *
     * @param position the known position of the stream
     * @param sequence up to which sequence the response reflects it
     * @param epoch the stream's invalidation epoch before the response was fetched
     */
    record Version(StreamPosition position, long sequence, long epoch) {

        private Version at(long other) {
            return new Version(position, other, epoch);
        }
    }
}
