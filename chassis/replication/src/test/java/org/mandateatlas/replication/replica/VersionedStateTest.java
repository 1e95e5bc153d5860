package org.mandateatlas.replication.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.replication.LoggedRevision;

class VersionedStateTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final VersionedState<Holding> state = new VersionedState<>(
            "holding",
            Holding.class,
            holding -> Stream.concat(Stream.of(holding.holder()), holding.earlier().stream()));

    @Test
    void aKeyFindsTheDocumentsThatHaveOrHadIt() {
        add("a", 1, "{\"holder\":\"iom\",\"earlier\":[\"ilo\",\"iom\"]}");
        add("b", 1, "{\"holder\":\"ilo\",\"earlier\":[]}");
        add("b", 2, "{\"holder\":\"iom\",\"earlier\":[]}");

        assertEquals(List.of("a 1", "b 2"), found("iom", 3));
        assertEquals(List.of("a 1", "b 2"), found("ilo", 3));
        assertEquals(List.of(), found("unhcr", 3));
    }

    @Test
    void documentsAreFoundAsOfThePosition() {
        add("a", 1, "{\"holder\":\"iom\",\"earlier\":[]}");
        add("b", 1, "{\"holder\":\"iom\",\"earlier\":[]}");
        add("a", 2, "{\"holder\":\"iom\",\"earlier\":[]}");
        add("a", 3, null);

        assertEquals(List.of(), found("iom", 0));
        assertEquals(List.of("a 1"), found("iom", 1));
        assertEquals(List.of("a 1", "b 1"), found("iom", 2));
        assertEquals(List.of("a 2", "b 1"), found("iom", 3));
        assertEquals(List.of("a 3", "b 1"), found("iom", 4));
        assertNull(state.withKey(at(4), "iom").getFirst().content());
        assertEquals(List.of(), state.withId(at(1), "b"));
        assertEquals(2, state.withId(at(3), "a").getFirst().version());
        assertNull(state.at(at(4), "a"));
    }

    private void add(String id, int version, @Nullable String document) {
        var sequence = state.sequence() + 1;
        state.add(
                new LoggedRevision("holding", sequence, id, version, "changed", FIRST.plusSeconds(sequence), document));
    }

    private List<String> found(String key, long sequence) {
        return state.withKey(at(sequence), key).stream()
                .map(version -> version.id() + " " + version.version())
                .toList();
    }

    private static Position at(long sequence) {
        return Position.of(new TreeMap<>(Map.of("holding", sequence)));
    }

    private record Holding(String holder, List<String> earlier) {}
}
