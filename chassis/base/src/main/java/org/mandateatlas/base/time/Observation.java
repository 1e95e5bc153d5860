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

    /** Returns, of each series, the last observation up to the day, in the order in which the series first appear. */
    static <T extends Observation> List<T> on(LocalDate day, List<T> observations) {
        var latest = new LinkedHashMap<String, T>();
        for (var observation : observations) {
            if (!observation.asOf().firstDay().isAfter(day)) {
                latest.merge(observation.measure(), observation, Observation::later);
            }
        }
        return List.copyOf(latest.values());
    }

    private static <T extends Observation> T later(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            throw new IllegalArgumentException("merging needs two observations");
        }
        return other.asOf().firstDay().isBefore(one.asOf().firstDay()) ? one : other;
    }
}
