package org.mandateatlas.gateway.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.document.Document;

class MatchTest {

    private static final Document UNHCR = document("institutions", """
            {"id":"unhcr","name":"United Nations High Commissioner for Refugees","abbreviation":"UNHCR",
            "summary":"Protects refugees; its Office sits in Geneva.","names":[
            {"value":"Old Bureau"},{"value":"United Nations High Commissioner for Refugees"},{"value":"UNHCR"}]}""");

    @ParameterizedTest
    @ValueSource(strings = {"UNHCR", "unhcr", "U.N.H.C.R.", "united nations HIGH commissioner for refugees"})
    void aNameIsFoundHoweverItIsWritten(String typed) {
        assertTrue(score(typed, UNHCR) >= 0.9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unhc | /abbreviation",
                "commissioner nations | /name",
                "old bureau | /names/0/value",
                "office | /summary",
                "protect ref | /summary",
            })
    void theMatchedFieldIsTheOneThatTellsBestWhy(String typed, String pointer) {
        assertEquals(pointer, match(typed, UNHCR).passage().pointer());
    }

    @Test
    void whatHasNotAllOfTheWordsIsNotFound() {
        assertNull(Match.of(Typed.of("unhcr bonn"), UNHCR));
    }

    @Test
    void anExactNameGoesBeforeItsBeginningThenItsWordsThenTexts() {
        List<Document> ranked = List.of(
                document("institutions", "{\"id\":\"a\",\"name\":\"Coordination\"}"),
                document("institutions", "{\"id\":\"b\",\"name\":\"Coordination of agencies\"}"),
                document("institutions", "{\"id\":\"c\",\"name\":\"Body for coordination\"}"),
                document("institutions", "{\"id\":\"d\",\"name\":\"Body\",\"summary\":\"Coordination.\"}"));
        List<Double> scores =
                ranked.stream().map(document -> score("coordination", document)).toList();
        assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
        assertEquals(ranked.size(), scores.stream().distinct().count());
    }

    @Test
    void aWholeWordGoesBeforeTheBeginningOfOne() {
        Document whole = document("mandates", "{\"id\":\"a\",\"title\":\"The migrant worker\"}");
        Document beginning = document("mandates", "{\"id\":\"b\",\"title\":\"The migrants work\"}");
        assertTrue(score("migrant", whole) > score("migrant", beginning));
    }

    @Test
    void aSourceGoesBelowWhatItTellsOf() {
        Document source = document("sources", "{\"id\":\"s\",\"title\":\"Refugees\"}");
        assertTrue(score("refugees", document("outputs", "{\"id\":\"o\",\"title\":\"Refugees\"}"))
                > score("refugees", source));
        assertTrue(score("refugees", source) > score("refugees", UNHCR));
        assertTrue(score("refugee", source) < score("refugee", UNHCR));
    }

    @Test
    void nothingButPunctuationIsRefused() {
        assertThrows(ProblemException.class, () -> Typed.of("’ .—"));
    }

    /** Of all the texts that one can type, a longer one finds only what the shorter one finds. */
    @Property
    void addingALetterNeverAddsAResult(
            @ForAll("documents") Document document, @ForAll("typing") String typed, @ForAll("letters") String letter) {
        Assume.that(isTyped(typed));
        if (Match.of(Typed.of(typed + letter), document) != null) {
            assertNotNull(Match.of(Typed.of(typed), document));
        }
    }

    @Property
    void addingALetterNeverAddsASuggestion(
            @ForAll("documents") Document document, @ForAll("typing") String typed, @ForAll("letters") String letter) {
        Assume.that(isTyped(typed));
        if (Match.ofName(Typed.of(typed + letter), document) != null) {
            assertNotNull(Match.ofName(Typed.of(typed), document));
        }
    }

    @Property
    void aScoreIsFromNothingToOne(@ForAll("documents") Document document, @ForAll("typing") String typed) {
        Assume.that(isTyped(typed));
        Match match = Match.of(Typed.of(typed), document);
        assertTrue(match == null || (match.score() > 0 && match.score() <= 1));
    }

    @Property
    void aHighlightIsTheTextWithMarks(@ForAll("documents") Document document, @ForAll("typing") String typed) {
        Assume.that(isTyped(typed));
        Match match = Match.of(Typed.of(typed), document);
        if (match != null) {
            String highlight = Highlight.of(Typed.of(typed), match.passage());
            assertEquals(
                    match.passage().text(),
                    highlight.replace("<em>", "").replace("</em>", "").replace("&#39;", "'"));
            assertTrue(highlight.contains("<em>"));
        }
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
    Arbitrary<Document> documents() {
        return typing().filter(text -> !text.isBlank()).list().ofSize(3).map(texts -> {
            var json =
                    Json.object().put("id", "x").put("name", texts.getFirst()).put("summary", texts.get(2));
            json.putArray("names").addObject().put("value", texts.get(1));
            return Document.of("institutions", json);
        });
    }

    private static boolean isTyped(String text) {
        return !Folding.plain(text).isEmpty();
    }

    private static Match match(String typed, Document document) {
        return Objects.requireNonNull(Match.of(Typed.of(typed), document));
    }

    private static double score(String typed, Document document) {
        return match(typed, document).score();
    }

    private static Document document(String collection, String json) {
        return Document.of(collection, Json.tree(Buffer.buffer(json)));
    }
}
