package org.mandateatlas.base.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The value of a series on a day. */
class ObservationTest {

    private record Count(String measure, int value, PartialDate asOf) implements Observation {}

    private static final List<Count> STAFF = List.of(
            new Count("staff", 3000, PartialDate.of("2003")),
            new Count("staff", 4000, PartialDate.of("2004-12")),
            new Count("staff", 5000, PartialDate.of("2005")));

    @Test
    void anImpreciseDateIsNotTakenForItsFirstDay() {
        assertEquals(4000, staffOn("2005-01-02"));
        assertEquals(4000, staffOn("2005-12-30"));
        assertEquals(5000, staffOn("2005-12-31"));
    }

    @Test
    void aPossibleObservationStandsInUntilOneIsCertain() {
        assertEquals(3000, staffOn("2003-06-01"));
        assertEquals(List.of(), Observation.on(LocalDate.parse("2002-12-31"), STAFF));
    }

    @Test
    void aPreciseDateCountsFromItsDay() {
        var moved = List.of(
                new Count("members", 1, PartialDate.of("2004")), new Count("members", 2, PartialDate.of("2005-03-01")));
        assertEquals(
                1,
                Observation.on(LocalDate.parse("2005-02-28"), moved).getFirst().value());
        assertEquals(
                2,
                Observation.on(LocalDate.parse("2005-03-01"), moved).getFirst().value());
    }

    private static int staffOn(String day) {
        return Observation.on(LocalDate.parse(day), STAFF).getFirst().value();
    }
}
