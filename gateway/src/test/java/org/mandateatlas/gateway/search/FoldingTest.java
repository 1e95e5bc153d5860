package org.mandateatlas.gateway.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNHCR | unhcr",
                "U.N.H.C.R. | u n h c r unhcr",
                "L'Office | l office loffice",
                "l’office | l office loffice",
                "loffice | loffice",
                "Réfugiés en Côte d’Ivoire | refugies en cote d ivoire divoire",
                "Straße | strasse",
                "ΜΕΤΑΝΆΣΤΕΣ | μεταναστεσ",
                "A/RES/45/158 | a res 45 158",
                "İstanbul ﬁle ½ | istanbul file 1 2",
                "e\u0301te | ete",
                "— ’. | ''",
            })
    void aTextIsFoundByItsWordsWithoutCaseAccentsAndPunctuation(String text, String words) {
        assertEquals(words, String.join(" ", folded(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Die Straße hier | strasse | Straße",
                "the U.N.H.C.R. did | unhcr | U.N.H.C.R",
                "un e\u0301te\u0301 | ete | e\u0301te\u0301"
            })
    void aWordRemembersWhereItStands(String text, String folded, String place) {
        Word word = Folding.all(text).stream()
                .filter(one -> one.text().equals(folded))
                .findFirst()
                .orElseThrow();
        assertEquals(place, text.substring(word.start(), word.end()));
    }

    @Property
    void whatIsFoldedIsFoldedForGood(@ForAll String text) {
        String phrase = Passage.phrase(Folding.plain(text));
        assertEquals(phrase, Passage.phrase(Folding.plain(phrase)));
    }

    @Property
    void everyWordStandsWithinItsText(@ForAll String text) {
        for (Word word : Folding.all(text)) {
            assertTrue(0 <= word.start() && word.start() < word.end() && word.end() <= text.length());
        }
    }

    private static List<String> folded(String text) {
        return Folding.all(text).stream().map(Word::text).toList();
    }
}
