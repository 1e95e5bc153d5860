package org.mandateatlas.base.time;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a series, observed at a date; on a day, a series has the value that was observed last. */
public interface Observation {

    /** Returns the series. */
    String measure();

    /** Returns when it was observed. */
    PartialDate asOf();

    /**
     * Returns, of each series, the last observation that was certainly made by the day, in the order in which the series first
     * appear. Where none certainly was, an observation that may have been made by then stands in.
     */
    static <T extends Observation> List<T> on(LocalDate day, List<T> observations) {
        var latest = new LinkedHashMap<String, T>();
        for (var observation : observations) {
            if (!observation.asOf().firstDay().isAfter(day)) {
                latest.merge(observation.measure(), observation, (one, other) -> better(day, one, other));
            }
        }
        return List.copyOf(latest.values());
    }

    private static <T extends Observation> T better(LocalDate day, @Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            throw new IllegalArgumentException("merging needs two observations");
        }
        if (isCertain(day, one) != isCertain(day, other)) {
            return isCertain(day, one) ? one : other;
        }
        return other.asOf().firstDay().isBefore(one.asOf().firstDay()) ? one : other;
    }

    private static boolean isCertain(LocalDate day, Observation observation) {
        return !observation.asOf().lastDay().isAfter(day);
    }
}
