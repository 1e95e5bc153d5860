package org.mandateatlas.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.EventBatch.Entry;

class EventBufferTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> STREAMS = List.of("institution", "mandate", "process");
    private static final long ROOMY = 1_000_000;

    /** Whatever was published, in whatever order it arrived: reading on to the end gives every event once, in its order. */
    @Property(tries = 200)
    void readingOnGivesEachEventOnceAndInOrder(
            @ForAll("arrivals") List<ChangeEvent> arrivals, @ForAll @IntRange(min = 1, max = 7) int limit) {
        EventBuffer window = windowOf(ROOMY, arrivals);
        var read = new ArrayList<ChangeEvent>();
        Position position = Position.START;
        EventBatch slice;
        do {
            slice = Objects.requireNonNull(window.read(position, limit));
            slice.entries().stream().map(Entry::event).forEach(read::add);
            position = slice.position();
        } while (!slice.atEnd());

        assertEquals(arrivals.size(), read.size());
        for (String stream : STREAMS) {
            assertEquals(window.head().of(stream), position.of(stream));
        }
        Map<String, Long> last = new HashMap<>();
        for (ChangeEvent event : read) {
            assertEquals(last.getOrDefault(event.stream(), 0L) + 1, event.sequence());
            last.put(event.stream(), event.sequence());
        }
        for (int i = 1; i < read.size(); i++) {
            assertTrue(!read.get(i).recordedAt().isBefore(read.get(i - 1).recordedAt()));
        }
    }

    /** From wherever one reads, what comes is all that there is, or the window says that it has it no more. */
    @Property(tries = 200)
    void whatIsGoneIsNeverLeftOutSilently(
            @ForAll("arrivals") List<ChangeEvent> arrivals,
            @ForAll @IntRange(min = 600, max = 8000) int capacity,
            @ForAll @IntRange(min = 0, max = 40) int after) {
        EventBuffer window = windowOf(capacity, arrivals);
        Position position = Position.of(Map.of("mandate", (long) after));
        EventBatch slice = window.read(position, 1000);

        if (slice != null) {
            long wanted = arrivals.stream()
                    .filter(event -> event.sequence() > position.of(event.stream()))
                    .count();
            assertEquals(wanted, slice.entries().size());
        }
        assertTrue(window.bytes() <= capacity || window.size() == 1);
    }

    @Provide
    Arbitrary<List<ChangeEvent>> arrivals() {
        return Combinators.combine(
                        Arbitraries.of(STREAMS), Arbitraries.integers().between(1, 3))
                .as(Map::entry)
                .list()
                .ofMaxSize(60)
                .map(EventBufferTest::numbered);
    }

    private static List<ChangeEvent> numbered(List<Map.Entry<String, Integer>> arrivals) {
        var sequences = new HashMap<String, Long>();
        var times = new HashMap<String, Instant>();
        var events = new ArrayList<ChangeEvent>();
        for (Map.Entry<String, Integer> arrival : arrivals) {
            String stream = arrival.getKey();
            Instant time = times.merge(
                    stream,
                    BEGINNING.plusSeconds(arrival.getValue()),
                    (before, first) -> before.plusSeconds(arrival.getValue()));
            events.add(event(stream, sequences.merge(stream, 1L, Long::sum), time));
        }
        return events;
    }

    @Test
    void thoseWhoReadInTheSamePlaceGetTheSameSlice() {
        EventBuffer window = windowOf(ROOMY, List.of(event("mandate", 1, BEGINNING)));

        assertSame(window.read(Position.START, 10), window.read(Position.of(Map.of()), 10));
    }

    @Test
    void theOldestMakeRoom() {
        var events = new ArrayList<ChangeEvent>();
        for (int i = 1; i <= 100; i++) {
            events.add(event("mandate", i, BEGINNING.plusSeconds(i)));
        }
        EventBuffer window = windowOf(20_000, events);

        assertNull(window.read(Position.START, 1));
        assertNotNull(window.read(Position.of(Map.of("mandate", 99L)), 1));
    }

    @Test
    void onlyTheNextIsTaken() {
        EventBuffer window = windowOf(ROOMY, List.of(event("mandate", 1, BEGINNING)));

        assertThrows(IllegalArgumentException.class, () -> window.add(event("mandate", 1, BEGINNING)));
        assertThrows(IllegalArgumentException.class, () -> window.add(event("mandate", 3, BEGINNING)));
    }

    private static EventBuffer windowOf(long capacity, List<ChangeEvent> events) {
        var window = new EventBuffer(capacity, STREAMS);
        events.forEach(window::add);
        return window;
    }

    private static ChangeEvent event(String stream, long sequence, Instant recordedAt) {
        return new ChangeEvent(
                stream,
                sequence,
                stream + "-" + sequence,
                "org.mandateatlas." + stream + ".changed.v1",
                "/v1/" + stream + "s",
                "x",
                recordedAt,
                null,
                Set.of(),
                Set.of(),
                Buffer.buffer("{}"),
                Buffer.buffer("{}"));
    }
}
