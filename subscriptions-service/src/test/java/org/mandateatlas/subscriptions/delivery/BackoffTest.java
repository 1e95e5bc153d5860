package org.mandateatlas.subscriptions.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30), Duration.ofHours(24));

    @Property
    void theWaitIsNeverTooShortAndNeverTooLong(
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int failures,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration wait = backoff.after(failures, null, random);
        assertTrue(wait.compareTo(Duration.ofMillis(2500)) >= 0, wait::toString);
        assertTrue(wait.compareTo(Duration.ofMinutes(30)) <= 0, wait::toString);
    }

    @Property
    void withTheSameLuckAFurtherFailureNeverShortensTheWait(
            @ForAll @IntRange(min = 1, max = 100) int failures,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        assertTrue(backoff.after(failures + 1, null, random).compareTo(backoff.after(failures, null, random)) >= 0);
    }

    @Property
    void aReceiverIsLeftAloneAsLongAsItWantsWithinReason(
            @ForAll @IntRange(min = 1, max = 100) int failures,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long seconds) {
        Duration wait = backoff.after(failures, Duration.ofSeconds(seconds), 0);
        assertTrue(wait.compareTo(Duration.ofSeconds(Math.min(seconds, 86_400))) >= 0, wait::toString);
        assertTrue(wait.compareTo(Duration.ofHours(24)) <= 0, wait::toString);
    }

    @Test
    void eachFailureDoublesTheWait() {
        assertEquals(Duration.ofSeconds(5), backoff.after(1, null, 0));
        assertEquals(Duration.ofSeconds(10), backoff.after(2, null, 0));
        assertEquals(Duration.ofSeconds(20), backoff.after(3, null, 0));
        assertEquals(Duration.ofMinutes(30), backoff.after(20, null, 0));
    }
}
