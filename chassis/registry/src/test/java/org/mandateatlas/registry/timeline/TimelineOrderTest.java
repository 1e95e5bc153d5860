package org.mandateatlas.registry.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.registry.timeline.DatedItem.Precision;

/** Order keys sort as text, by date, document and place. */
class TimelineOrderTest {

    @Test
    void keysSortByDayThenPrecisionThenDocument() {
        var keys = Stream.of(
                        order("2000~", "process", "d", 0),
                        order("2001-01-01", "process", "c", 0),
                        order("2001", "mandate", "z", 0),
                        order("2001", "process", "a", 2),
                        order("2001", "process", "a", 10),
                        order("2001", "process", "b", 0),
                        order("[2001..2002]", "process", "e", 0))
                .map(TimelineOrder::toString)
                .toList();

        assertEquals(keys, keys.reversed().stream().sorted().toList());
        assertEquals(
                keys,
                keys.stream()
                        .map(TimelineOrder::parse)
                        .map(TimelineOrder::toString)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2001-01-01 2001-02-30 process a 00001", "2001-01-01 2001-12-31 process a 1"})
    void otherTextsAreRejected(String text) {
        assertThrows(ProblemException.class, () -> TimelineOrder.parse(text));
    }

    @Test
    void theIndexKnowsThePrecisionOfADate() {
        assertEquals(Precision.DAY, Precision.of(PartialDate.of("2001-02-03")));
        assertEquals(Precision.MONTH, Precision.of(PartialDate.of("2004-02~")));
        assertEquals(Precision.YEAR, Precision.of(PartialDate.of("2004?")));
        assertEquals(Precision.RANGE, Precision.of(PartialDate.of("[2001..2002]")));
    }

    private static TimelineOrder order(String date, String stream, String id, int place) {
        var when = PartialDate.of(date);
        return new TimelineOrder(when.firstDay(), when.lastDay(), stream, id, place);
    }
}
