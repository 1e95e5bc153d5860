package org.mandateatlas.registry.search;

import java.util.List;
import org.mandateatlas.registry.TextAnalyzer;
import org.mandateatlas.registry.TextAnalyzer.Word;

/**
 * A text of a document that it is found by.
 *
 * @param pointer its JSON pointer in the document
 * @param text the text
 * @param words the words that it is found by
 */
record Passage(String pointer, String text, List<Word> words) {

    Passage(String pointer, String text) {
        this(pointer, text, TextAnalyzer.all(text));
    }

    /** Returns the text as one phrase of words. */
    String phrase() {
        return TextAnalyzer.phrase(text);
    }

    /** Returns the text as one phrase, where apostrophes and full stops inside a word do not split it. */
    String joinedPhrase() {
        return TextAnalyzer.joinedPhrase(text);
    }
}
