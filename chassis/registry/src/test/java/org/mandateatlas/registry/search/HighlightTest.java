package org.mandateatlas.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A highlight marks the words found and nothing else. */
class HighlightTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "office | L'Office central | L&#39;<em>Office</em> central",
                "loff | L'Office central | <em>L&#39;Office</em> central",
                "unhcr | The U.N.H.C.R. and UNHCR | The <em>U.N.H.C.R</em>. and <em>UNHCR</em>",
                "refugies | Les réfugiés | Les <em>réfugiés</em>",
                "a b | <b>A & B</b> | &lt;<em>b</em>&gt;<em>A</em> &amp; <em>B</em>&lt;/<em>b</em>&gt;",
            })
    void theWordsFoundAreMarkedAndTheRestIsPlainText(String typed, String text, String html) {
        assertEquals(html, Highlight.of(SearchPhrase.of(typed), new Passage("/name", text)));
    }

    @Test
    void ofALongTextThePieceAroundTheFirstMarkIsShown() {
        var text = "word ".repeat(100) + "needle " + "word ".repeat(100).strip();
        var html = Highlight.of(SearchPhrase.of("needle"), new Passage("/summary", text));
        assertTrue(html.startsWith("…word "), html);
        assertTrue(html.contains("<em>needle</em>"), html);
        assertTrue(html.endsWith("word…"), html);
        assertTrue(html.length() < 300, html);
    }
}
