package org.mandateatlas.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A text is found by its words and their beginnings, however they are written. */
class TextAnalyzerTest {

    /** Letters that fold in unlike ways, and what stands between words; few, so that texts often match. */
    private static final String INTRICATE = "aAbéßẞΣσςİıﬁłøĐæʼ'’`.-/‑ 移民カガーที่";

    @Property
    void addingALetterToAQueryNeverAddsAMatch(
            @ForAll("texts") String text, @ForAll("texts") String query, @ForAll("letters") String letter) {
        if (matches(query + letter, text)) {
            assertTrue(matches(query, text));
        }
    }

    @Property
    void aTextIsFoundByTheBeginningOfEachOfItsWords(@ForAll("texts") String text) {
        for (var word : text.split(" ", -1)) {
            for (var length = 1; length <= word.codePointCount(0, word.length()); length++) {
                var beginning = word.substring(0, word.offsetByCodePoints(0, length));
                assertTrue(matches(beginning, text), beginning);
            }
        }
    }

    @Property
    void foldedWordsStayAsTheyAre(@ForAll("texts") String text) {
        for (var word : words(text)) {
            assertEquals(List.of(word), words(word));
        }
    }

    @Property
    void aWordHasNothingThatAQueryOfTheDatabaseWouldReadAsMore(@ForAll String text) {
        for (var word : words(text)) {
            assertTrue(word.codePoints().allMatch(c -> Character.toString(c).matches("[\\p{L}\\p{N}\\p{M}]")), word);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(INTRICATE.toCharArray()).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.oneOf(
                Arbitraries.of(INTRICATE
                        .chars()
                        .filter(Character::isLetter)
                        .mapToObj(Character::toString)
                        .toList()),
                Arbitraries.integers()
                        .between(0, 0xFFFF)
                        .filter(Character::isLetter)
                        .map(Character::toString));
    }

    @Example
    void anApostropheSplitsAWordAndJoinsItBesides() {
        for (var written : List.of("L'Office", "L’Office", "LʼOffice", "L`Office")) {
            for (var query : List.of("office", "l'office", "l’office", "lʼoffice", "loffice", "L'OFF", "loff", "off")) {
                assertTrue(matches(query, written), query + " finds " + written);
            }
            assertFalse(matches("ffice", written));
        }
    }

    @Example
    void anAcronymIsFoundWithAndWithoutItsStops() {
        for (var written : List.of("UNHCR", "U.N.H.C.R.")) {
            assertTrue(matches("unhcr", written));
            assertTrue(matches("UNHC", written));
        }
        assertTrue(matches("u.n.h.c.r.", "U.N.H.C.R."));
    }

    @Example
    void accentsAndCaseDoNotMatter() {
        assertTrue(matches("geneve", "Genève"));
        assertTrue(matches("GENÈVE", "geneve"));
        assertTrue(matches("strasse", "Straße"));
        assertTrue(matches("οδοσ", "ΟΔΟΣ"));
        assertTrue(matches("ΟΔΟΣ", "ΟΔΟΣΑ"));
    }

    @Example
    void lettersThatDoNotDecomposeAreFolded() {
        for (var pair : List.of(
                "Łodzi=lodzi",
                "Ørsted=orsted",
                "Đại học=dai hoc",
                "Ægir=aegir",
                "Þór=thor",
                "Œuvre=oeuvre",
                "Iğdır=igdir",
                "Ħal=hal",
                "Dž=dz",
                "ＩＯＭ=iom",
                "Đorđe=dorde")) {
            var written = pair.substring(0, pair.indexOf('='));
            var typed = pair.substring(pair.indexOf('=') + 1);
            assertTrue(matches(typed, written), typed + " finds " + written);
            assertTrue(matches(written, typed), written + " finds " + typed);
        }
    }

    @Example
    void hyphensAndSlashesSplitAWordAndJoinItBesides() {
        for (var query : List.of("unhabitat", "un-habitat", "un habitat", "habitat", "UNHAB", "un‑habitat")) {
            for (var written : List.of("UN-HABITAT", "UN‑Habitat", "UN‐Habitat")) {
                assertTrue(matches(query, written), query + " finds " + written);
            }
        }
        for (var query : List.of("srsgcaac", "srsg/caac", "srsg caac", "caac")) {
            assertTrue(matches(query, "SRSG/CAAC"), query);
        }
        assertFalse(matches("rsgcaac", "SRSG/CAAC"));
    }

    @Example
    void aQueryWithHyphensOrSlashesFindsTheJoinedWord() {
        for (var query : List.of("un-habitat", "UN‑Habitat", "un/habitat", "un-hab", "u.n.habitat")) {
            assertTrue(matches(query, "UNHABITAT"), query);
        }
        assertTrue(matches("srsg/caac", "SRSGCAAC"));
        assertTrue(matches("l'office", "Loffice"));
        assertFalse(matches("un-habitats", "UNHABITAT"));
        assertFalse(matches("un habitat", "UNHABITAT"));
        assertEquals(
                "('un':* & 'habitat':* | 'unhabitat':*) & ('nairobi':*)",
                TextAnalyzer.fullTextQuery(TextAnalyzer.query("UN-Habitat Nairobi"), true));
    }

    @Example
    void scriptsWithoutSpacesAreFoundByAnyPart() {
        for (var pair : List.of(
                "国际移民组织=移民",
                "国际移民组织=组织",
                "国际移民组织=织",
                "国际移民组织=国际移民",
                "国際移住機関=移住機",
                "国際移住機関(IOM)=iom移住",
                "アジア移民センター=センター",
                "องค์การระหว่างประเทศ=ประเทศ",
                "ອົງການ=ການ",
                "អង្គការ=ការ")) {
            var written = pair.substring(0, pair.indexOf('='));
            var part = pair.substring(pair.indexOf('=') + 1);
            assertTrue(matches(part, written), part + " finds " + written);
        }
        assertFalse(matches("民移", "国际移民组织"));
        assertFalse(matches("移民法", "国际移民组织"));
    }

    @Example
    void eachWordOfAQueryMustBeThere() {
        assertTrue(matches("migr org", "International Organization for Migration"));
        assertFalse(matches("migr bank", "International Organization for Migration"));
    }

    @Example
    void aPhraseIsTheWordsInTheirOrder() {
        assertEquals("l office nansen", TextAnalyzer.phrase("  L’Office, «Nansen» "));
        assertEquals("un habitat", TextAnalyzer.phrase("UN-HABITAT"));
        assertEquals("unhabitat", TextAnalyzer.joinedPhrase("UN-HABITAT"));
        assertEquals("iom 国際移住機関", TextAnalyzer.phrase("IOM国際移住機関"));
    }

    @Example
    void aTextOfSignsHasNoWords() {
        assertEquals(List.of(), TextAnalyzer.query("— … '' ()"));
    }

    @Example
    void anEndlessWordIsCutAlikeInTextAndQuery() {
        assertTrue(matches("a".repeat(300), "a".repeat(5000)));
        assertEquals(200, words("a".repeat(5000)).getFirst().length());
    }

    private static boolean matches(String query, String text) {
        var index = TextAnalyzer.index(List.of(text));
        return TextAnalyzer.query(query).stream()
                .allMatch(term -> term.forms().stream()
                        .anyMatch(form -> form.stream()
                                .allMatch(word -> index.stream().anyMatch(indexed -> indexed.startsWith(word)))));
    }

    private static List<String> words(String query) {
        return TextAnalyzer.query(query).stream()
                .flatMap(term -> term.forms().stream())
                .flatMap(List::stream)
                .toList();
    }

    @Example
    void aTextIsFoundByItsWordsWithoutCaseAccentsAndPunctuation() {
        Map.ofEntries(
                        Map.entry("UNHCR", "unhcr"),
                        Map.entry("U.N.H.C.R.", "u n h c r unhcr"),
                        Map.entry("L'Office", "l office loffice"),
                        Map.entry("Réfugiés en Côte d’Ivoire", "refugies en cote d ivoire divoire"),
                        Map.entry("ΜΕΤΑΝΆΣΤΕΣ", "μεταναστεσ"),
                        Map.entry("A/RES/45/158", "a res 45 158 ares45158"),
                        Map.entry("Łódź, Đại học", "lodz dai hoc"),
                        Map.entry("移民局", "移民 民局 局"),
                        Map.entry("IOM移2", "iom 移 2"),
                        Map.entry("İstanbul ﬁle ½", "istanbul file 1 2"),
                        Map.entry("e\u0301te", "ete"),
                        Map.entry("— ’.", ""))
                .forEach((text, words) -> assertEquals(words, String.join(" ", TextAnalyzer.index(List.of(text)))));
    }

    @Example
    void aWordKnowsItsPlace() {
        assertEquals("Straße", place("Die Straße hier", "strasse"));
        assertEquals("U.N.H.C.R", place("the U.N.H.C.R. did", "unhcr"));
        assertEquals("e\u0301te\u0301", place("un e\u0301te\u0301", "ete"));
    }

    private static String place(String text, String folded) {
        var word = TextAnalyzer.all(text).stream()
                .filter(one -> one.text().equals(folded))
                .findFirst()
                .orElseThrow();
        return text.substring(word.start(), word.end());
    }

    @Property
    void everyWordIsWithinItsText(@ForAll String text) {
        for (var word : TextAnalyzer.all(text)) {
            assertTrue(0 <= word.start() && word.start() < word.end() && word.end() <= text.length());
        }
    }
}
