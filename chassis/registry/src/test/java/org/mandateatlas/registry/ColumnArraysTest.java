package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.StatementRepository.ColumnArrays;

/** Columns of many rows are sent to the database as array literals. */
class ColumnArraysTest {

    @Test
    void wordsAreQuoted() {
        assertEquals(
                "'migration' 'd''ivoire' 'a\\\\b'", ColumnArrays.lexemes(List.of("migration", "d'ivoire", "a\\b")));
    }

    @Test
    void textsOfAnArrayAreQuoted() {
        assertEquals(
                "{\"a, b\",\"c \\\"d\\\"\",\"e\\\\f\",\"\"}",
                ColumnArrays.array(List.of("a, b", "c \"d\"", "e\\f", "")));
    }

    @Test
    void unboundedDaysAreInfinite() {
        assertEquals("-infinity", ColumnArrays.text(LocalDate.MIN));
        assertEquals("infinity", ColumnArrays.text(LocalDate.MAX));
        assertEquals("2004-12-31", ColumnArrays.text(LocalDate.parse("2004-12-31")));
    }

    @Test
    void theDayAfterTheLastYearHasNoSign() {
        assertEquals("10000-01-01", ColumnArrays.text(LocalDate.of(9999, 12, 31).plusDays(1)));
    }
}
