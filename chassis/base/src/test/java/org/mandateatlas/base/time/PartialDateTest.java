package org.mandateatlas.base.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Dates keep the precision of their source, and know the days that they allow. */
@Domain(AnyDates.class)
@Domain(DomainContext.Global.class)
class PartialDateTest {

    @Property
    void everyDateIsReadBackFromItsText(@ForAll PartialDate date) {
        assertEquals(date, PartialDate.of(date.toString()));
        assertEquals(date.hashCode(), PartialDate.of(date.toString()).hashCode());
    }

    @Property
    void everyDateIsReadBackFromItsJson(@ForAll PartialDate date) throws JsonProcessingException {
        var json = new ObjectMapper();
        assertEquals("\"" + date + "\"", json.writeValueAsString(date));
        assertEquals(date, json.readValue(json.writeValueAsString(date), PartialDate.class));
    }

    @Property
    void theFirstDayIsNeverAfterTheLast(@ForAll PartialDate date) {
        assertFalse(date.firstDay().isAfter(date.lastDay()));
    }

    @Property
    void aDayAllowsOnlyItself(@ForAll LocalDate day) {
        var date = PartialDate.of(day.toString());
        assertEquals(day, date.firstDay());
        assertEquals(day, date.lastDay());
    }

    @Property
    void anyTextIsKeptAsItIsOrRefused(@ForAll String text) {
        try {
            assertEquals(text, PartialDate.of(text).toString());
        } catch (IllegalArgumentException refused) {
            assertNotNull(refused.getMessage());
        }
    }

    @Example
    void aYearRunsFromItsFirstDayToItsLast() {
        assertDays("1951", "1951-01-01", "1951-12-31");
    }

    @Example
    void aMonthRunsToItsLastDayInALeapYearToo() {
        assertDays("2004-02", "2004-02-01", "2004-02-29");
        assertDays("2003-02", "2003-02-01", "2003-02-28");
    }

    @Example
    void theYearsAreThoseOfFourDigitsWithoutZero() {
        assertDays("0001", "0001-01-01", "0001-12-31");
        assertDays("9999-12-31", "9999-12-31", "9999-12-31");
        assertDays("[0001..9999]", "0001-01-01", "9999-12-31");
    }

    @Example
    void doubtDoesNotWidenADate() {
        assertDays("2004~", "2004-01-01", "2004-12-31");
        assertDays("2004-05?", "2004-05-01", "2004-05-31");
        assertDays("2004-05-06%", "2004-05-06", "2004-05-06");
    }

    @Example
    void aRangeRunsFromTheFirstDayOfItsStartToTheLastDayOfItsEnd() {
        assertDays("[2016..2018-02]", "2016-01-01", "2018-02-28");
    }

    @Example
    void oneDateInTwoPrecisionsIsTwoDates() {
        assertNotEquals(PartialDate.of("2004"), PartialDate.of("2004~"));
        assertNotEquals(PartialDate.of("2004"), PartialDate.of("[2004..2004]"));
    }

    @Example
    void whatIsNoDateIsRefusedWithASentence() {
        for (var text : List.of(
                "",
                " ",
                "51",
                "195",
                "19511",
                "1951-1",
                "1951-1-1",
                "1951/12",
                "0000",
                "0000-02-29",
                "0000~",
                "[0000..1951]",
                "[0000-12..0001]",
                "1951-13",
                "1951-00",
                "2003-02-29",
                "1951-12-05T00:00",
                "-1951",
                "+1951",
                "1951 ",
                "1951\n",
                "1951~?",
                "~1951",
                "[1951]",
                "[1951..]",
                "[..1951]",
                "[1951...1952]",
                "[1952..1951]",
                "[1951~..1952]",
                "[1951..1952]~",
                "١٩٥١",
                "today")) {
            var refused = assertThrows(IllegalArgumentException.class, () -> PartialDate.of(text), text);
            assertTrue(String.valueOf(refused.getMessage()).startsWith("'" + text + "' "), text);
        }
    }

    private static void assertDays(String text, String first, String last) {
        assertEquals(LocalDate.parse(first), PartialDate.of(text).firstDay());
        assertEquals(LocalDate.parse(last), PartialDate.of(text).lastDay());
    }
}
