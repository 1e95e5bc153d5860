package org.mandateatlas.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A note is kept in the writer's letters, however the client put them into the header. */
class HeaderTextTest {

    @Test
    void plainTextStays() {
        assertEquals("Agreed in Geneva", HeaderText.of("Agreed in Geneva"));
    }

    @Test
    void utf8IsReadAsSuch() {
        var header = new String("Décidé à Genève".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertEquals("Décidé à Genève", HeaderText.of(header));
    }

    @Test
    void latin1IsReadAsSuch() {
        assertEquals("Décidé à Genève", HeaderText.of("Décidé à Genève"));
    }

    @Test
    void otherLettersStay() {
        assertEquals("Женева", HeaderText.of("Женева"));
    }
}
