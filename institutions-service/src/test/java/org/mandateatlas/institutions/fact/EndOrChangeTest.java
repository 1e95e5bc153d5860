package org.mandateatlas.institutions.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mandateatlas.chassis.time.PartialDate;
import org.mandateatlas.chassis.time.Validity;

/** A document that gets an end is ended; any other change is a change. */
class EndOrChangeTest {

    private static final Validity OPEN = new Validity(PartialDate.of("1951"), null);
    private static final Validity CLOSED = new Validity(PartialDate.of("1951"), PartialDate.of("2004"));

    @Test
    void aNewEndEnds() {
        assertEquals("ended", EndOrChange.between(OPEN, CLOSED));
        assertEquals("ended", EndOrChange.between(CLOSED, new Validity(null, PartialDate.of("2004-06"))));
    }

    @Test
    void anEndThatStaysOrGoesIsAChange() {
        assertEquals("changed", EndOrChange.between(CLOSED, CLOSED));
        assertEquals("changed", EndOrChange.between(CLOSED, OPEN));
        assertEquals("changed", EndOrChange.between(OPEN, OPEN));
    }
}
