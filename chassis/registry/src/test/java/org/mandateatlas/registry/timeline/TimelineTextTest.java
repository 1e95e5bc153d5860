package org.mandateatlas.registry.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of an entry takes the values of the components beside its date. */
class TimelineTextTest {

    private static final Map<String, String> VALUES =
            Map.of("name", "Oresund [Bridge] {x}", "qualifier", "exact", "value", "16", "unit", "km");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name} opens | Oresund [Bridge] {x} opens",
                "{value} {unit}[ by {builder}] | 16 km",
                "{value}[ {unit}] | 16 km",
                "[{qualifier!exact} ]{value} | 16",
                "[{qualifier!about} ]{value} | exact 16",
                "built by {builder} | built by",
            })
    void placeholdersAreFilledAndIncompletePartsLeftOut(String template, String text) {
        assertEquals(text, TimelineText.fill(template, VALUES::get));
    }
}
