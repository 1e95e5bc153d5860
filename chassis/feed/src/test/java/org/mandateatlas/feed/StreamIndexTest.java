package org.mandateatlas.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StreamIndexTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /** Where to read on from never lies after what is wanted, and not far before it. */
    @Property(tries = 300)
    void aPlaceLiesBeforeWhatIsWanted(
            @ForAll @IntRange(min = 1, max = 1000) int events, @ForAll @IntRange(min = 0, max = 1100) int minute) {
        var index = indexOf(events);
        Instant since = BEGINNING.plusSeconds(60L * minute);
        long before = index.recordedBefore(since);
        long wantedFirst = Math.min(events + 1, Math.max(1, minute));

        assertTrue(before < wantedFirst, before + " " + wantedFirst);
        assertTrue(wantedFirst - before <= 65, before + " " + wantedFirst);
        long sequence = Math.min(events, Math.max(1, minute));
        assertTrue(index.offsetBefore(sequence) <= 2 * sequence);
        assertTrue(index.offsetBefore(sequence) >= 2 * (sequence - 64));
    }

    @Test
    void daysAreCounted() {
        assertEquals(
                Map.of(LocalDate.of(2026, 1, 1), 1439L, LocalDate.of(2026, 1, 2), 61L),
                indexOf(1500).summary().days());
    }

    @Test
    void anEmptyStreamHasNothing() {
        var summary = new StreamIndex().summary();

        assertEquals(0, summary.head());
        assertEquals(Map.of(), summary.days());
        assertEquals(0, new StreamIndex().recordedBefore(BEGINNING));
    }

    /** One event a minute, each sent twice: the offset is twice the sequence. */
    private static StreamIndex indexOf(int events) {
        var index = new StreamIndex();
        for (int i = 1; i <= events; i++) {
            index.add(event(i), 2L * i);
        }
        return index;
    }

    private static ChangeEvent event(long sequence) {
        return new ChangeEvent(
                "mandate",
                sequence,
                "mandate-" + sequence,
                "org.mandateatlas.mandate.amended.v1",
                "/v1/mandates",
                "x",
                BEGINNING.plusSeconds(60 * sequence),
                null,
                Set.of(),
                Set.of(),
                Buffer.buffer("{}"),
                Buffer.buffer("{}"));
    }
}
