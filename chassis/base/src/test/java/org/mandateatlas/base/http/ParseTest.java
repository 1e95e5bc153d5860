package org.mandateatlas.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;

/** Parameters are read exactly, and the one that is wrong is named. */
class ParseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void whatIsNotGivenIsNotRead() {
        assertNull(Parse.day("validAt", null));
        assertNull(Parse.knownAt(null, CLOCK));
    }

    @Test
    void aDayIsADayOfTheCalendar() {
        assertEquals(LocalDate.of(2004, 2, 29), Parse.day("validAt", "2004-02-29"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2004",
                "2004-12",
                "2003-02-29",
                "2004-13-01",
                "2004-12-31T00:00:00Z",
                "20041231",
                "0000-01-01",
                "0000-02-29",
                "0000-12-31",
                "-2004-12-31",
                "+2004-12-31",
                "99999-12-31",
                "2004-12-31 ",
                "٢٠٠٤-١٢-٣١",
                "today",
                "2004-1-1",
                "2004~"
            })
    void whatIsNoDayIsRefused(String text) {
        assertEquals("validAt", parameter(() -> Parse.day("validAt", text)));
    }

    @Test
    void anInstantMayHaveAnyOffset() {
        assertEquals(Instant.parse("2004-12-31T22:00:00Z"), Parse.knownAt("2004-12-31T23:00:00+01:00", CLOCK));
        assertEquals(Instant.parse("2004-12-31T22:00:00.123Z"), Parse.knownAt("2004-12-31T22:00:00.123Z", CLOCK));
        assertEquals(CLOCK.instant(), Parse.knownAt("2026-11-23T10:00:00Z", CLOCK));
    }

    @Test
    void anInstantHasThePrecisionOfTheStore() {
        assertEquals(
                Instant.parse("2004-12-31T22:00:00.123456Z"), Parse.knownAt("2004-12-31T22:00:00.123456999Z", CLOCK));
        assertEquals(
                Instant.parse("1919-06-28T11:59:59.999999Z"),
                Parse.instant("since", "1919-06-28T11:59:59.999999999Z", CLOCK));
    }

    @Test
    void theFirstAndTheLastDayAreThoseOfFourDigitYears() {
        assertEquals(LocalDate.of(1, 1, 1), Parse.day("validAt", "0001-01-01"));
        assertEquals(LocalDate.of(9999, 12, 31), Parse.day("validAt", "9999-12-31"));
        assertEquals(Instant.parse("0001-01-01T00:00:00Z"), Parse.knownAt("0001-01-01T00:00:00Z", CLOCK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2004",
                "2004-12-31",
                "2004-12-31T22:00:00",
                "2004-12-31T22:00:00 01:00",
                "2004-12-31T25:00:00Z",
                "2004-02-30T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "0000-12-31T00:00:00Z",
                "0001-01-01T00:00:00+14:00",
                "now",
                "0",
                "2026-11-23T10:00:01Z",
                "9999-12-31T23:59:59Z"
            })
    void whatIsNoInstantOfThePastIsRefused(String text) {
        assertEquals("knownAt", parameter(() -> Parse.knownAt(text, CLOCK)));
    }

    @Test
    void aNumberLiesWithinItsBounds() {
        assertEquals(1, Parse.number("limit", "1", 1, 500));
        assertEquals(500, Parse.number("limit", "500", 1, 500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "501", "-1", "1.0", "1e2", "0x1", "99999999999", "ten", " 5", "5 "})
    void whatIsNoNumberWithinTheBoundsIsRefused(String text) {
        assertEquals("limit", parameter(() -> Parse.number("limit", text, 1, 500)));
    }

    @Test
    void idsAreLowerCaseWordsJoinedByHyphens() {
        assertEquals("ilo-c97", Parse.slug("id", "ilo-c97"));
        assertEquals(List.of("iom", "ilo"), Parse.slugs("institution", List.of("iom", "ilo")));
        assertEquals("a".repeat(80), Parse.slug("id", "a".repeat(80)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IOM", "-iom", "iom-", "i--om", "i_om", "i om", "é", "iom\n", "..", "a%00", "'"})
    void whatIsNoIdIsRefused(String text) {
        assertEquals("id", parameter(() -> Parse.slug("id", text)));
        assertEquals("institution", parameter(() -> Parse.slugs("institution", List.of("iom", text))));
    }

    @Test
    void anIdThatIsTooLongIsRefused() {
        assertEquals("id", parameter(() -> Parse.slug("id", "a".repeat(81))));
    }

    @Test
    void wordsAreThoseOfTheEnum() {
        assertEquals(List.of("stone", "rope"), Parse.words("material", List.of("stone", "rope"), Material.class));
        assertEquals("material", parameter(() -> Parse.words("material", List.of("stone", "STONE"), Material.class)));
    }

    @Test
    void wordsAreThoseThatAreKnown() {
        assertEquals(List.of("a"), Parse.words("status", List.of("a"), List.of("a", "b")));
        assertEquals("status", parameter(() -> Parse.words("status", List.of("c"), List.of("a", "b"))));
    }

    private enum Material {
        STONE,
        ROPE
    }

    private static String parameter(Executable parsing) {
        var exception = assertThrows(ProblemException.class, parsing);
        assertEquals(ProblemType.INVALID_PARAMETER, exception.type());
        return String.valueOf(exception.problem().violations().getFirst().parameter());
    }
}
