package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A document that gets an end is ended; any other change is a change. */
class EndOrChangeTest {

    private static final Bridge OPEN = bridge("{\"from\": \"1951\"}");
    private static final Bridge CLOSED = bridge("{\"from\": \"1951\", \"to\": \"2004\"}");

    private final Bridges bridges = new Bridges();

    @Test
    void aFirstVersionCreates() {
        assertEquals("created", bridges.change(null, OPEN));
        assertEquals("created", bridges.change(null, CLOSED));
    }

    @Test
    void aNewEndEnds() {
        assertEquals("ended", bridges.change(OPEN, CLOSED));
        assertEquals("ended", bridges.change(CLOSED, bridge("{\"to\": \"2004-06\"}")));
    }

    @Test
    void anEndThatStaysOrGoesIsAChange() {
        assertEquals("changed", bridges.change(CLOSED, CLOSED));
        assertEquals("changed", bridges.change(CLOSED, OPEN));
        assertEquals("changed", bridges.change(OPEN, OPEN));
    }

    private static Bridge bridge(String validity) {
        return DocumentJson.read(
                DocumentJson.stored("{\"id\": \"a\", \"spans\": 1, \"validity\": " + validity + "}"), Bridge.class);
    }
}
