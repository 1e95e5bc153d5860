package org.mandateatlas.gateway.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.reading.Cursor;
import org.mandateatlas.gateway.reading.Pin;

class HitPlaceTest {

    @Test
    void theBestComesFirstAndEqualsByCollectionAndId() {
        List<HitPlace> inOrder = List.of(
                new HitPlace(0.9, "sources", "a"),
                new HitPlace(0.5, "institutions", "a"),
                new HitPlace(0.5, "institutions", "b"),
                new HitPlace(0.5, "mandates", "a"),
                new HitPlace(0.1, "institutions", "a"));
        assertEquals(inOrder, inOrder.reversed().stream().sorted().toList());
    }

    @Property
    void aPlaceIsReadAsItWasWritten(@ForAll double score) {
        var place = new HitPlace(score, "mandates", "forum");
        assertEquals(place, HitPlace.of(cursor(place.texts())));
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        assertThrows(ProblemException.class, () -> HitPlace.of(cursor(List.of("best", "mandates", "forum"))));
        assertThrows(ProblemException.class, () -> HitPlace.of(cursor(List.of("0.5", "mandates"))));
    }

    private static Cursor cursor(List<String> place) {
        return new Cursor(new Pin(Position.START), place);
    }
}
