package org.mandateatlas.registry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.TextAnalyzer;

/** Of all passages of a document, the match is the one that shows best why it was found. */
class MatchTest {

    private static final Passages UNHCR = new Passages(
            List.of(
                    new Passage("/name", "United Nations High Commissioner for Refugees"),
                    new Passage("/abbreviation", "UNHCR"),
                    new Passage("/names/0/value", "Old Bureau")),
            List.of(new Passage("/summary", "Protects refugees; its Office sits in Geneva.")));

    @Example
    void theMatchedFieldIsTheOneThatTellsBestWhy() {
        assertEquals("/abbreviation", field("UNHCR"));
        assertEquals("/abbreviation", field("U.N.H.C.R."));
        assertEquals("/abbreviation", field("unhc"));
        assertEquals("/name", field("united nations HIGH commissioner for refugees"));
        assertEquals("/name", field("commissioner nations"));
        assertEquals("/names/0/value", field("old bureau"));
        assertEquals("/summary", field("office"));
        assertEquals("/summary", field("protect ref"));
    }

    @Example
    void aDocumentWithoutAllOfTheWordsDoesNotMatch() {
        assertTrue(Match.best(SearchPhrase.of("unhcr bonn"), UNHCR).isEmpty());
    }

    @Example
    void nothingButPunctuationIsRejected() {
        assertThrows(ProblemException.class, () -> SearchPhrase.of("’ .—"));
    }

    @Property
    void addingALetterNeverAddsAMatch(
            @ForAll("documents") Passages document, @ForAll("typing") String typed, @ForAll("letters") String letter) {
        Assume.that(hasWord(typed));
        if (Match.best(SearchPhrase.of(typed + letter), document).isPresent()) {
            assertTrue(Match.best(SearchPhrase.of(typed), document).isPresent());
        }
    }

    @Property
    void addingALetterNeverAddsASuggestion(
            @ForAll("documents") Passages document, @ForAll("typing") String typed, @ForAll("letters") String letter) {
        Assume.that(hasWord(typed));
        if (Match.bestName(SearchPhrase.of(typed + letter), document.names()).isPresent()) {
            assertTrue(Match.bestName(SearchPhrase.of(typed), document.names()).isPresent());
        }
    }

    @Property
    void aHighlightIsTheTextWithMarks(@ForAll("documents") Passages document, @ForAll("typing") String typed) {
        Assume.that(hasWord(typed));
        var phrase = SearchPhrase.of(typed);
        Match.best(phrase, document).ifPresent(passage -> {
            var highlight = Highlight.of(phrase, passage);
            assertEquals(
                    passage.text(),
                    highlight.replace("<em>", "").replace("</em>", "").replace("&#39;", "'"));
        });
    }

    @Provide
    Arbitrary<String> typing() {
        return letters().list().ofMinSize(1).ofMaxSize(5).map(letters -> String.join("", letters));
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of(
                "a", "b", "A", "é", "e\u0301", "ß", "s", " ", "'", "’", ".", "-", "Σ", "ς", "\u0301", "ʼ");
    }

    @Provide
    Arbitrary<Passages> documents() {
        return typing().list()
                .ofSize(3)
                .map(texts -> new Passages(
                        List.of(new Passage("/name", texts.getFirst()), new Passage("/names/0/value", texts.get(1))),
                        List.of(new Passage("/summary", texts.get(2)))));
    }

    private static boolean hasWord(String text) {
        return !TextAnalyzer.query(text).isEmpty();
    }

    private static String field(String typed) {
        return Match.best(SearchPhrase.of(typed), UNHCR).orElseThrow().pointer();
    }
}
