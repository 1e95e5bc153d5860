package org.mandateatlas.base.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a read: the day of the world and the instant of our knowledge.
 *
 * @param validAt the day; null for no restriction
 * @param knownAt the instant; null for now
 */
public record Times(@Nullable LocalDate validAt, @Nullable Instant knownAt) {

    /** Everything, as known now. */
    public static final Times NOW = new Times(null, null);
}
