package org.mandateatlas.registry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of a document as the index has them.
 *
 * @param displayName its display name, a {@link NameTemplate}
 * @param references the documents that the display name mentions, each as {@code stream:id}
 * @param phrases its names as phrases of words; the longest are left out
 * @param words the words of its names
 */
record IndexedNames(String displayName, List<String> references, Set<String> phrases, Set<String> words) {

    /** Longer names are found by their words alone. */
    private static final int LONGEST_PHRASE = 200;

    /** Returns the names of a document. */
    static <D extends Document> IndexedNames of(DocumentType<D> type, D document) {
        var names = new LinkedHashSet<>(type.names(document));
        var displayName = type.displayName(document);
        return new IndexedNames(
                displayName, NameTemplate.mentions(displayName), phrases(names), TextAnalyzer.index(names));
    }

    private static Set<String> phrases(Set<String> names) {
        var phrases = new LinkedHashSet<String>();
        for (var name : names) {
            phrases.add(TextAnalyzer.phrase(name));
            phrases.add(TextAnalyzer.joinedPhrase(name));
        }
        phrases.removeIf(phrase -> phrase.isEmpty() || phrase.length() > LONGEST_PHRASE);
        return phrases;
    }
}
