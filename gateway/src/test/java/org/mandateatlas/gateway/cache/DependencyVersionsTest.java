package org.mandateatlas.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.feed.StreamPositions;

class DependencyVersionsTest {

    private static final Set<String> ALL = Set.of();
    private static final Set<String> OWN = Set.of("mandate", "source");

    private final StreamPositions positions = new StreamPositions();

    @Test
    void anAnswerHoldsUntilItsStreamGoesFurther() {
        DependencyVersions grounds = grounds("mandate:7", Set.of("mandate"));
        positions.advance("mandate", 7);
        assertTrue(grounds.hold());
        positions.advance("mandate", 8);
        assertFalse(grounds.hold());
    }

    @Test
    void anAnswerThatIsBehindWhatIsKnownHoldsFromTheStartNot() {
        positions.advance("mandate", 8);
        assertFalse(grounds("mandate:7", Set.of("mandate")).hold());
    }

    @Test
    void otherStreamsDoNotMatterToADocument() {
        DependencyVersions grounds = grounds("mandate:7,source:3", Set.of("mandate"));
        positions.advance("source", 4);
        positions.invalidate("source");
        assertTrue(grounds.hold());
    }

    @Test
    void everyStreamThatItNamesMattersToAList() {
        DependencyVersions grounds = grounds("mandate:7,source:3", ALL);
        positions.advance("source", 4);
        assertFalse(grounds.hold());
    }

    @Test
    void aResponseIsCurrentUntilItsStreamIsInvalidated() {
        positions.invalidate("mandate");
        DependencyVersions grounds = grounds("mandate:7", Set.of("mandate"));
        assertTrue(grounds.hold());
        positions.invalidate("mandate");
        assertFalse(grounds.hold());
    }

    @Test
    void anInvalidationDuringTheFetchCounts() {
        PositionSnapshot before = PositionSnapshot.now(positions);
        positions.invalidate("mandate");
        assertFalse(of(before, "mandate:7", basis(ALL, Set.of(), false)).hold());
    }

    @Test
    void anAnswerThatDoesNotNameAStreamItRestsOnIsNotBelieved() {
        PositionSnapshot before = PositionSnapshot.now(positions);
        assertNull(before.of(Position.parse("source:3"), basis(Set.of("mandate"), Set.of(), false)));
        assertNull(before.of(Position.START, basis(ALL, Set.of(), false)));
    }

    @Test
    void anAnswerAboutThePastReflectsAllThatWasKnownWhenItWasAskedFor() {
        positions.advance("mandate", 9);
        PositionSnapshot before = PositionSnapshot.now(positions);
        DependencyVersions grounds = of(before, "mandate:2", basis(Set.of("mandate"), Set.of(), true));
        assertTrue(grounds.hold());
        positions.advance("mandate", 10);
        assertFalse(grounds.hold());
    }

    @Test
    void whatAnOwnerHadHeardOfOthersInThePastIsNotKnown() {
        positions.advance("institution", 9);
        PositionSnapshot before = PositionSnapshot.now(positions);
        assertFalse(of(before, "institution:2,mandate:2", basis(ALL, Set.of(), true))
                .hold());
    }

    @Test
    void aStreamThatCountsUpToAGivenRevisionNeverChangesAnAnswer() {
        PositionSnapshot before = PositionSnapshot.now(positions);
        DependencyVersions grounds = of(before, "mandate:2,source:5", basis(ALL, Set.of("mandate"), false));
        positions.advance("mandate", 10);
        positions.invalidate("mandate");
        assertTrue(grounds.hold());
        positions.advance("source", 6);
        assertFalse(grounds.hold());
    }

    @Property(tries = 200)
    void itHoldsExactlyWhileNothingFurtherIsKnown(
            @ForAll @LongRange(max = 20) long before,
            @ForAll @LongRange(max = 20) long reflected,
            @ForAll @LongRange(max = 20) long after) {
        var known = new StreamPositions();
        known.advance("mandate", before);
        PositionSnapshot outset = PositionSnapshot.now(known);
        DependencyVersions grounds = of(outset, "mandate:" + reflected, basis(ALL, Set.of(), false));
        known.advance("mandate", after);
        assertEquals(Math.max(before, after) <= reflected, grounds.hold());
    }

    private DependencyVersions grounds(String position, Set<String> streams) {
        return of(PositionSnapshot.now(positions), position, basis(streams, Set.of(), false));
    }

    private static DependencyVersions of(PositionSnapshot before, String position, Dependencies basis) {
        return Objects.requireNonNull(before.of(Position.parse(position), basis));
    }

    private static Dependencies basis(Set<String> streams, Set<String> fixed, boolean past) {
        return new Dependencies(streams, OWN, fixed, past);
    }
}
