package org.mandateatlas.institutions.fact;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.time.Dated;

/** Checks that periods of one kind do not overlap. */
public final class Overlaps {

    private Overlaps() {}

    /**
     * Reports periods that certainly overlap an earlier one of the same kind.
     *
     * @param pointer JSON pointer of the list
     * @param items the dated items
     * @param kind returns the kind of an item
     */
    public static <T extends Dated> void check(
            String pointer, List<T> items, Function<T, Object> kind, Violations violations) {
        for (var i = 0; i < items.size(); i++) {
            for (var j = 0; j < i; j++) {
                var one = items.get(i);
                var other = items.get(j);
                if (Objects.equals(kind.apply(one), kind.apply(other))
                        && one.validity().certainlyOverlaps(other.validity())) {
                    violations.add(pointer + "/" + i + "/validity", "overlaps that of " + pointer + "/" + j);
                }
            }
        }
    }
}
