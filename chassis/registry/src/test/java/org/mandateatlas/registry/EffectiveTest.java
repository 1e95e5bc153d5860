package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;

/** A change happened when what it tells of began, or ended. */
class EffectiveTest {

    private static final Validity PERIOD = new Validity(PartialDate.of("1951"), PartialDate.of("1980-11"));

    @Test
    void whatEndedDidSoAtItsEndAsPreciselyAsItIsKnown() {
        assertEquals("1980-11", Effective.of("ended", "ended", PERIOD));
    }

    @Test
    void theWordForAnEndIsThatOfTheKindOfDocument() {
        assertEquals("1980-11", Effective.of("left", "left", PERIOD));
        assertEquals("1951", Effective.of("joined", "left", PERIOD));
    }

    @Test
    void anyOtherChangeIsOfTheStart() {
        assertEquals("1951", Effective.of("established", "ended", PERIOD));
    }

    @Test
    void anUnknownEndIsOfTheStart() {
        assertEquals("1951", Effective.of("ended", "ended", new Validity(PERIOD.from(), null)));
    }

    @Test
    void withoutADateNobodyKnowsWhenItHappened() {
        assertNull(Effective.of("created", "ended", Validity.ALWAYS));
    }
}
