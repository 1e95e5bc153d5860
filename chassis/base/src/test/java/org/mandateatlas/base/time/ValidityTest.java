package org.mandateatlas.base.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity.Status;

/** Periods run from the first day that their start allows to the last day that their end allows. */
@Domain(AnyDates.class)
class ValidityTest {

    @Property
    void theFirstDayIsNeverAfterTheLast(@ForAll Validity period) {
        assertFalse(period.firstDay().isAfter(period.lastDay()));
    }

    @Property
    void aPeriodContainsTheDaysThatItIsCurrentOrUnconfirmedOn(@ForAll Validity period, @ForAll LocalDate day) {
        assertEquals(
                period.contains(day), Set.of(Status.CURRENT, Status.UNCONFIRMED).contains(period.on(day)));
    }

    @Property
    void aPeriodIsUnconfirmedAfterItsLastAttestation(@ForAll Validity period, @ForAll LocalDate day) {
        Assume.that(period.contains(day));
        var attested = period.to() != null
                || period.lastAttested() == null
                || !day.isAfter(period.lastAttested().lastDay());
        assertEquals(attested ? Status.CURRENT : Status.UNCONFIRMED, period.on(day));
    }

    @Property
    void aFurtherAttestationChangesNothingUpToTheOneBefore(
            @ForAll @Size(3) List<PartialDate> dates, @ForAll LocalDate day) {
        var inOrder = dates.stream()
                .sorted(Comparator.comparing(PartialDate::lastDay))
                .toList();
        var before = new Validity(inOrder.getFirst(), null, inOrder.get(1));
        var further = new Validity(inOrder.getFirst(), null, inOrder.getLast());
        var until = day.isAfter(before.lastAttestedDay()) ? before.lastAttestedDay() : day;
        assertEquals(before.on(until), further.on(until));
    }

    @Example
    void anAttestationIsRefusedBesideAnEndAndBeforeTheStart() {
        var year = PartialDate.of("2004");
        assertEquals("is not allowed with to (2004)", new Validity(null, year, year).refusedAttestation());
        assertEquals(
                "is before from (2005-01)", new Validity(PartialDate.of("2005-01"), null, year).refusedAttestation());
        assertNull(new Validity(PartialDate.of("2004-06"), null, year).refusedAttestation());
        assertNull(Validity.ALWAYS.refusedAttestation());
    }

    @Example
    void aPeriodThatIsNoLongerAttestedMayHaveEnded() {
        var attested = new Validity(PartialDate.of("1951"), null, PartialDate.of("1990"));
        assertFalse(attested.certainlyOverlaps(period("1991", null)));
        assertTrue(attested.certainlyOverlaps(period("1989", null)));
    }

    @Property
    void aPeriodIsPlannedBeforeItsFirstDayAndEndedAfterItsLast(@ForAll Validity period, @ForAll LocalDate day) {
        assertEquals(day.isBefore(period.firstDay()), period.on(day) == Status.PLANNED);
        assertEquals(day.isAfter(period.lastDay()), period.on(day) == Status.ENDED);
    }

    @Property
    void certainOverlapIsMutual(@ForAll Validity one, @ForAll Validity other) {
        assertEquals(one.certainlyOverlaps(other), other.certainlyOverlaps(one));
    }

    @Property
    void periodsThatCertainlyOverlapShareADayHoweverTheirEndsAreRead(
            @ForAll Validity one,
            @ForAll Validity other,
            @ForAll LocalDate start,
            @ForAll LocalDate end,
            @ForAll LocalDate otherStart,
            @ForAll LocalDate otherEnd) {
        Assume.that(one.certainlyOverlaps(other));
        var first = reading(one.from(), start, LocalDate.MIN);
        var last = reading(one.to(), end, LocalDate.MAX);
        var otherFirst = reading(other.from(), otherStart, LocalDate.MIN);
        var otherLast = reading(other.to(), otherEnd, LocalDate.MAX);
        Assume.that(!first.isAfter(last) && !otherFirst.isAfter(otherLast));
        assertFalse(first.isAfter(otherLast) || otherFirst.isAfter(last));
    }

    /** Returns the day of the date that lies nearest to the one given. */
    private static LocalDate reading(@Nullable PartialDate date, LocalDate near, LocalDate otherwise) {
        if (date == null) {
            return otherwise;
        }
        if (near.isBefore(date.firstDay())) {
            return date.firstDay();
        }
        return near.isAfter(date.lastDay()) ? date.lastDay() : near;
    }

    @Property
    void periodsBoundByDaysCertainlyOverlapWhenTheyShareADay(
            @ForAll LocalDate a, @ForAll LocalDate b, @ForAll LocalDate c, @ForAll LocalDate d) {
        var one = days(a, b);
        var other = days(c, d);
        var shared =
                !one.firstDay().isAfter(other.lastDay()) && !other.firstDay().isAfter(one.lastDay());
        assertEquals(shared, one.certainlyOverlaps(other));
    }

    private static Validity days(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? period(other.toString(), one.toString()) : period(one.toString(), other.toString());
    }

    @Property
    void periodsThatMeetInOneImpreciseUnitDoNotCertainlyOverlap(@ForAll PartialDate unit) {
        Assume.that(!unit.firstDay().equals(unit.lastDay()));
        assertFalse(new Validity(null, unit).certainlyOverlaps(new Validity(unit, null)));
    }

    @Property
    void periodsThatMeetOnOneDayCertainlyOverlap(@ForAll LocalDate day) {
        assertTrue(period(null, day.toString()).certainlyOverlaps(period(day.toString(), null)));
    }

    @Example
    void periodsThatMeetInAYearAndAMonthOfItDoNotCertainlyOverlap() {
        assertFalse(period("1951", "1980").certainlyOverlaps(period("1980-11", "1989")));
        assertTrue(period("1951", "1980").certainlyOverlaps(period("1979-11", "1989")));
    }

    @Example
    void aPeriodThatEndsBeforeItStartsIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> period("1952", "1951-12"));
        assertEquals("the period ends (1951-12) before it starts (1952)", refused.getMessage());
    }

    @Example
    void aPeriodMayEndInTheUnitThatItStartsIn() {
        assertTrue(period("1951-06", "1951").contains(LocalDate.of(1951, 12, 31)));
        assertFalse(period("1951-06", "1951").contains(LocalDate.of(1951, 5, 31)));
    }

    @Property
    void aPeriodWithoutEndsContainsEveryDay(@ForAll LocalDate day) {
        assertTrue(Validity.ALWAYS.contains(day));
        assertTrue(Validity.ALWAYS.certainlyOverlaps(period(day.toString(), null)));
    }

    private static Validity period(@Nullable String from, @Nullable String to) {
        return new Validity(from == null ? null : PartialDate.of(from), to == null ? null : PartialDate.of(to));
    }
}
