package org.mandateatlas.gateway.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "1951,                   1951-01-01, 1951-12-31",
        "2003-04,                2003-04-01, 2003-04-30",
        "2004-02,                2004-02-01, 2004-02-29",
        "2016-09-19,             2016-09-19, 2016-09-19",
        "2004~,                  2004-01-01, 2004-12-31",
        "2004-05?,               2004-05-01, 2004-05-31",
        "2004%,                  2004-01-01, 2004-12-31",
        "[2016..2018],           2016-01-01, 2018-12-31",
        "[2000-12..2002-05],     2000-12-01, 2002-05-31",
        "[2013-10-03..2013-10-04], 2013-10-03, 2013-10-04",
    })
    void aDateAllowsTheDaysFromItsFirstToItsLast(String text, LocalDate first, LocalDate last) {
        assertEquals(new PartialDate(text, first, last), PartialDate.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1951-13", "2003-02-30", "[2018..2016]", "[..2004]", "195", "1951-1", "2004~~"})
    void whatIsNoDateIsNone(String text) {
        assertNull(PartialDate.read(text));
    }

    @Test
    void whatIsNotThereIsNoDate() {
        assertNull(PartialDate.read(null));
    }

    @Test
    void datesThatBeginOnOneDayAreOrderedByPrecision() {
        List<PartialDate> sorted =
                List.of("1951", "1951-01-01", "[1951..1953]", "1950-12-31", "1951-01", "1951~").stream()
                        .map(PartialDateTest::date)
                        .sorted()
                        .toList();
        assertEquals(
                List.of("1950-12-31", "1951-01-01", "1951-01", "1951", "1951~", "[1951..1953]"),
                sorted.stream().map(PartialDate::text).toList());
    }

    @Test
    void anImpreciseDateMayLieWithinASpanThatItTouches() {
        PartialDate year = date("2004");
        assertTrue(year.mayLieWithin(LocalDate.of(2004, 12, 31), null));
        assertTrue(year.mayLieWithin(null, LocalDate.of(2004, 1, 1)));
        assertFalse(year.mayLieWithin(LocalDate.of(2005, 1, 1), null));
        assertFalse(year.mayLieWithin(null, LocalDate.of(2003, 12, 31)));
    }

    @Property
    void theOrderIsTotalAndFollowsTheFirstDay(
            @ForAll("dates") PartialDate one, @ForAll("dates") PartialDate other, @ForAll("dates") PartialDate third) {
        assertEquals(Integer.signum(one.compareTo(other)), -Integer.signum(other.compareTo(one)));
        assertEquals(one.equals(other), one.compareTo(other) == 0);
        if (one.firstDay().isBefore(other.firstDay())) {
            assertTrue(one.compareTo(other) < 0);
        }
        if (one.compareTo(other) <= 0 && other.compareTo(third) <= 0) {
            assertTrue(one.compareTo(third) <= 0);
        }
    }

    @Property
    void aDateMayLieOnExactlyTheDaysThatItAllows(@ForAll("dates") PartialDate date, @ForAll("days") LocalDate day) {
        assertEquals(!day.isBefore(date.firstDay()) && !day.isAfter(date.lastDay()), date.mayLieWithin(day, day));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2003, 1, 1), LocalDate.of(2006, 12, 31));
    }

    @Provide
    Arbitrary<PartialDate> dates() {
        Arbitrary<String> plain = days().flatMap(day ->
                Arbitraries.of(day.toString(), YearMonth.from(day).toString(), Integer.toString(day.getYear())));
        Arbitrary<String> marked =
                Combinators.combine(plain, Arbitraries.of("", "~", "?", "%")).as(String::concat);
        Arbitrary<String> ranges = Combinators.combine(plain, plain).as((from, to) -> "[" + from + ".." + to + "]");
        return Arbitraries.oneOf(marked, ranges)
                .filter(text -> PartialDate.read(text) != null)
                .map(PartialDateTest::date);
    }

    private static PartialDate date(String text) {
        return Objects.requireNonNull(PartialDate.read(text));
    }
}
