package org.mandateatlas.replication.replica;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document.
 *
 * @param id the document
 * @param version its version number
 * @param sequence the sequence of its revision
 * @param change the type of the change
 * @param recordedAt when it was recorded
 * @param content its content, or null for a retraction
 */
public record Version<T>(
        String id,
        int version,
        long sequence,
        String change,
        Instant recordedAt,
        @Nullable T content) {}
