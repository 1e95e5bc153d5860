package org.mandateatlas.base.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The valid time and record time of a read.
 *
 * @param validAt the valid time, or null for any
 * @param knownAt the record time, or null for now
 */
public record Times(@Nullable LocalDate validAt, @Nullable Instant knownAt) {

    /** Any valid time, recorded until now. */
    public static final Times NOW = new Times(null, null);

    /** Returns the times as further parameters of a query, each after an ampersand. */
    public String parameters() {
        return (validAt == null ? "" : "&validAt=" + validAt) + (knownAt == null ? "" : "&knownAt=" + knownAt);
    }
}
