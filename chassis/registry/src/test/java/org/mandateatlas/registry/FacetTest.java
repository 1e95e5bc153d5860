package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mandateatlas.base.time.Validity;

/** A facet is found by one term. */
class FacetTest {

    @Test
    void theTermNamesTheStreamTheFilterAndTheValue() {
        assertEquals("mandate.institution=iom", Facet.term("mandate", "institution", "iom"));
    }

    @Test
    void aFacetWithoutDatesHoldsAlways() {
        assertEquals(new Facet("kind", "treaty", Validity.ALWAYS), Facet.of("kind", "treaty"));
    }
}
