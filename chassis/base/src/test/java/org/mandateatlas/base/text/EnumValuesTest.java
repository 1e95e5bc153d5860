package org.mandateatlas.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Enum constants are spelled in lower case with hyphens. */
class EnumValuesTest {

    @Test
    void theSpellingsKeepTheOrderOfTheConstants() {
        assertEquals(List.of("stone", "cast-iron", "A"), EnumValues.of(Material.class));
    }

    @Test
    void aConstantIsInLowerCaseWithHyphens() {
        assertEquals("cast-iron", EnumValues.of(Material.CAST_IRON));
    }

    @Test
    void aSingleLetterStaysAsItIs() {
        assertEquals("A", EnumValues.of(Material.A));
    }

    private enum Material {
        STONE,
        CAST_IRON,
        A
    }
}
