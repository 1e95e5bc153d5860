package org.mandateatlas.replication.replica;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document.
 *
 * @param id the document
 * @param version its number
 * @param sequence the revision that made it
 * @param change what happened, in the domain's word
 * @param recordedAt when it was recorded
 * @param content what it says; null when it is a retraction
 */
public record Version<T>(
        String id,
        int version,
        long sequence,
        String change,
        Instant recordedAt,
        @Nullable T content) {}
