package org.mandateatlas.institutions.fact;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.time.Dated;

/** The rule that periods of one kind must not overlap. */
public final class Overlaps {

    private Overlaps() {}

    /**
     * Notes periods that certainly overlap an earlier one of the same kind.
     *
     * @param pointer JSON pointer of the list
     * @param items the dated items
     * @param kind what makes two items of one kind
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
