package org.mandateatlas.base.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;

class PositionTest {

    @Property
    void theTextFormIsParsedBack(@ForAll("positions") Position position) {
        assertEquals(position, Position.parse(position.toString()));
    }

    @Property
    void theFloorIsTheMinimumOfEachStream(@ForAll("positions") Position one, @ForAll("positions") Position other) {
        var floor = one.floor(other);

        assertEquals(floor, other.floor(one));
        floor.sequences().forEach((stream, sequence) -> {
            var own = one.sequences().getOrDefault(stream, Long.MAX_VALUE);
            var others = other.sequences().getOrDefault(stream, Long.MAX_VALUE);
            assertEquals(Math.min(own, others), sequence);
        });
    }

    @Provide
    Arbitrary<Position> positions() {
        return Arbitraries.maps(
                        Arbitraries.of("capacity", "mandate", "policy-option"),
                        Arbitraries.longs().between(0, 999_999_999_999_999_999L))
                .map(Position::of);
    }

    @Test
    void streamsAreSortedByName() {
        assertEquals(
                "capacity:80,mandate:112",
                Position.parse("mandate:112,capacity:80").toString());
        assertEquals(Position.START, Position.parse(""));
    }

    @Test
    void aStreamThatIsMissingIsAtItsBeginning() {
        var position = Position.of(Map.of("mandate", 3L));

        assertEquals(3, position.of("mandate"));
        assertEquals(0, position.of("capacity"));
        assertEquals(4, position.with("mandate", 4).of("mandate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandate", "mandate:-1", "mandate:01", "Mandate:1", "mandate:1,", "mandate:1,mandate:2"})
    void otherTextsAreRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> Position.parse(text));
        assertThrows(ProblemException.class, () -> Position.parameter("after", text));
    }
}
