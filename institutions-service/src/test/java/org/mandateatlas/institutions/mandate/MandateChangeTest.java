package org.mandateatlas.institutions.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.institutions.mandate.MandateFixture.aMandate;

import org.junit.jupiter.api.Test;

/** The change of a mandate has the domain's word. */
class MandateChangeTest {

    @Test
    void aNewMandateIsEstablished() {
        assertEquals("established", MandateChange.between(null, aMandate().mandate()));
    }

    @Test
    void aNewMandateOfThePastIsEstablishedToo() {
        assertEquals(
                "established",
                MandateChange.between(null, aMandate().until("2004").mandate()));
    }

    @Test
    void aMandateThatMovesIsTransferred() {
        assertEquals("transferred", between(aMandate().of("iom"), aMandate().of("unhcr")));
    }

    @Test
    void aMandateThatMovesAndEndsIsTransferred() {
        assertEquals(
                "transferred",
                between(aMandate().of("iom"), aMandate().of("unhcr").until("2004")));
    }

    @Test
    void aMandateThatGetsAnEndIsEnded() {
        assertEquals("ended", between(aMandate(), aMandate().until("2004")));
    }

    @Test
    void aMandateWhoseEndMovesIsEnded() {
        assertEquals("ended", between(aMandate().until("2004"), aMandate().until("2004-06")));
    }

    @Test
    void aMandateThatLosesItsEndIsAmended() {
        assertEquals("amended", between(aMandate().until("2004"), aMandate()));
    }

    @Test
    void anyOtherChangeAmends() {
        assertEquals("amended", between(aMandate(), aMandate().covering("coordination")));
        assertEquals(
                "amended",
                between(aMandate().until("2004"), aMandate().until("2004").titled("Another")));
    }

    private static String between(MandateFixture before, MandateFixture after) {
        return MandateChange.between(before.mandate(), after.mandate());
    }
}
