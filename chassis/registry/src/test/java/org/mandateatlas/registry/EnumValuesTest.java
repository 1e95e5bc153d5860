package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.Bridge.Material;

/** An enum's words are those that it has in JSON. */
class EnumValuesTest {

    @Test
    void theWordsStandInTheOrderOfTheConstants() {
        assertEquals(List.of("stone", "cast-iron", "ROPE"), EnumValues.of(Material.class));
    }

    @Test
    void aConstantHasItsWord() {
        assertEquals("cast-iron", EnumValues.of(Material.CAST_IRON));
        assertEquals("ROPE", EnumValues.of(Material.ROPE));
    }

    @Test
    void theWordOfAConstantIsTheOneInJson() {
        for (var material : Material.values()) {
            assertEquals(
                    DocumentJson.quoted(EnumValues.of(material)),
                    DocumentJson.node(java.util.Map.of("material", material))
                            .get("material")
                            .toString());
        }
    }
}
