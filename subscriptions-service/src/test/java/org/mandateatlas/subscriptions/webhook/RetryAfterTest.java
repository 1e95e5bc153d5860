package org.mandateatlas.subscriptions.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "' 5 ', PT5S",
        "'Wed, 25 Nov 2026 12:01:00 GMT', PT1M",
        "'Wed, 25 Nov 2026 11:00:00 GMT', PT0S"
    })
    void itIsSecondsOrADate(String header, Duration wait) {
        assertEquals(wait, RetryAfter.read(header, clock));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999", "Wed, 25 Nov"})
    void whatCannotBeReadSaysNothing(String header) {
        assertNull(RetryAfter.read(header, clock));
    }

    @Test
    void noHeaderSaysNothing() {
        assertNull(RetryAfter.read(null, clock));
    }
}
