package org.mandateatlas.base.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;

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

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "UTF-8''Gen%C3%A8ve, Genève",
                "utf-8'fr'Gen%c3%a8ve, Genève",
                "UTF-8''a+b, a+b",
                "UTF-8''%E2%82%AC!, €!"
            })
    void anExtendedValueIsDecoded(String value, String text) {
        assertTrue(HeaderText.isExtended(value));
        assertEquals(text, HeaderText.extended("Change-Note*", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Genève",
                "UTF-8'Genève",
                "UTF-8''Genève",
                "UTF-8''%E8",
                "UTF-8''%",
                "UTF-8''%g0",
                "UTF-8''a b",
                "ISO-8859-1''a"
            })
    void aMalformedExtendedValueIsRefused(String value) {
        assertThrows(ProblemException.class, () -> HeaderText.extended("Change-Note*", value));
    }
}
