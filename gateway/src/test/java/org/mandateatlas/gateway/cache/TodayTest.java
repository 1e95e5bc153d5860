package org.mandateatlas.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TodayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T12:00:00Z, 2026-11-25, true",
        "2026-11-25T23:58:59Z, 2026-11-25, true",
        "2026-11-25T23:59:01Z, 2026-11-25, false",
        "2026-11-26T00:00:59Z, 2026-11-26, false",
        "2026-11-26T00:01:00Z, 2026-11-26, true"
    })
    void theDayIsUncertainAroundMidnight(String now, LocalDate day, boolean certain) {
        var today = new Today(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
        assertEquals(day.toEpochDay(), today.day());
        assertEquals(certain, today.isCertain());
    }
}
