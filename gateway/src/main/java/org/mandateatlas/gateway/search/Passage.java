package org.mandateatlas.gateway.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text of a document that it is found by.
 *
 * @param pointer where it stands in the document, a JSON pointer
 * @param text the text
 * @param isName whether the document is called so, or was
 * @param words the words that it is found by
 */
record Passage(String pointer, String text, boolean isName, List<Word> words) {

    Passage(String pointer, String text, boolean isName) {
        this(pointer, text, isName, Folding.all(text));
    }

    /** Returns the text as one folded phrase. */
    String phrase() {
        return phrase(Folding.plain(text));
    }

    /** Returns the text as one folded phrase, in which joints split nothing. */
    String joinedPhrase() {
        return phrase(Folding.joined(text));
    }

    static String phrase(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
