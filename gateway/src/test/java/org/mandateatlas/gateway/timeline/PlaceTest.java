package org.mandateatlas.gateway.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.reading.Cursor;
import org.mandateatlas.gateway.reading.Pin;

class PlaceTest {

    @Test
    void aPlaceIsReadAsItWasWritten() {
        List<String> texts = List.of("[2016..2018]", "mandates", "forum", "12");
        assertEquals(texts, Place.of(cursor(texts)).texts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon,mandates,forum,1",
                "2004,mandates,forum,x",
                "2004,mandates,forum,9999999999",
                "2004,mandates"
            })
    void whatIsNoPlaceIsRefused(String texts) {
        assertThrows(ProblemException.class, () -> Place.of(cursor(List.of(texts.split(",", -1)))));
    }

    private static Cursor cursor(List<String> place) {
        return new Cursor(new Pin(Position.START), place);
    }
}
