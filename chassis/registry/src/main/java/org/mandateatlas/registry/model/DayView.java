package org.mandateatlas.registry.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Observation;
import org.mandateatlas.base.time.Occurrence;

/** The view of a component's value on a day. */
final class DayView {

    private DayView() {}

    /** Returns the value as it is on a day; the same object if nothing differs. */
    static @Nullable Object of(@Nullable Object value, LocalDate day) {
        return switch (value) {
            case List<?> items -> itemsOnDay(items, day);
            case Record inside -> RecordModel.of(inside.getClass()).at(inside, day);
            case null, default -> value;
        };
    }

    private static List<?> itemsOnDay(List<?> items, LocalDate day) {
        if (items.isEmpty() || !(items.getFirst() instanceof Record)) {
            return items;
        }
        var visible = switch (items.getFirst()) {
            case Dated dated -> Dated.on(day, typed(items, Dated.class));
            case Observation observation -> Observation.on(day, typed(items, Observation.class));
            case Occurrence occurrence -> Occurrence.by(day, typed(items, Occurrence.class));
            default -> items;
        };
        var views = visible.stream().map(item -> of(item, day)).toList();
        return same(items, views) ? items : views;
    }

    private static boolean same(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (var i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static <T> List<T> typed(List<?> items, Class<T> type) {
        return items.stream().map(type::cast).toList();
    }
}
