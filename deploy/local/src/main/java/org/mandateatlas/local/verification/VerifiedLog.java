package org.mandateatlas.local.verification;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The log of a stream, for comparison with its topic and its replicas: a fingerprint of document and time per revision.
 *
 * <p>Revisions are added in sequence, from 1.
 */
final class VerifiedLog {

    private final String stream;
    private final long published;
    private long[] fingerprints = new long[64];
    private int last;
    private @Nullable String broken;

    /**
     * Creates an empty log.
     *
     * @param published the sequence up to which it has been published
     */
    VerifiedLog(String stream, long published) {
        this.stream = stream;
        this.published = published;
    }

    String stream() {
        return stream;
    }

    long published() {
        return published;
    }

    /** Returns the last sequence. */
    long last() {
        return last;
    }

    void add(String id, Instant recordedAt) {
        if (last == fingerprints.length) {
            fingerprints = Arrays.copyOf(fingerprints, 2 * last);
        }
        fingerprints[last] = fingerprint(id, recordedAt);
        last++;
    }

    /** Returns whether the log has that revision. */
    boolean has(long sequence, String id, Instant recordedAt) {
        return sequence >= 1 && sequence <= last && fingerprints[(int) sequence - 1] == fingerprint(id, recordedAt);
    }

    private static long fingerprint(String id, Instant recordedAt) {
        return 31L * recordedAt.getEpochSecond() * 1_000_000
                + recordedAt.getNano() / 1000
                + ((long) id.hashCode() << 32);
    }

    void setBroken(String description) {
        broken = Objects.requireNonNullElse(broken, description);
    }

    /** Returns why the hash chain is broken; null if it is intact. */
    @Nullable String broken() {
        return broken;
    }
}
