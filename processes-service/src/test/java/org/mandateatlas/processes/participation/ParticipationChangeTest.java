package org.mandateatlas.processes.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.processes.participation.ParticipationFixture.aParticipation;

import org.junit.jupiter.api.Test;

/** Those who take part join and leave. */
class ParticipationChangeTest {

    private static final Participation OPEN = aParticipation().participation();
    private static final Participation CLOSED = aParticipation().until("2004").participation();

    private final Participations participations = new Participations();

    @Test
    void aFirstVersionJoins() {
        assertEquals("joined", participations.change(null, OPEN));
        assertEquals("joined", participations.change(null, CLOSED));
    }

    @Test
    void aNewEndLeaves() {
        assertEquals("left", participations.change(OPEN, CLOSED));
        assertEquals(
                "left",
                participations.change(CLOSED, aParticipation().until("2005").participation()));
    }

    @Test
    void anyOtherDifferenceIsAChange() {
        assertEquals(
                "changed",
                participations.change(OPEN, aParticipation().as("member").participation()));
        assertEquals("changed", participations.change(CLOSED, OPEN));
        assertEquals(
                "changed",
                participations.change(
                        CLOSED, aParticipation().as("member").until("2004").participation()));
    }

    @Test
    void whoLeftDidSoAtTheEnd() {
        assertEquals("left", participations.ending());
    }
}
