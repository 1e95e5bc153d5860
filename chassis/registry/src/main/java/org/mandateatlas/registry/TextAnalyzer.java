package org.mandateatlas.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How texts are folded for searching: no case, no accents, no punctuation.
 *
 * <p>An apostrophe or a full stop inside a word splits it, and the joined form is kept besides, so that {@code office},
 * {@code l'office} and {@code loffice} find “L'Office”, and {@code unhcr} finds “U.N.H.C.R.”. A query asks for documents
 * that have, for each of its words, a word that starts with it: a longer query never finds more.
 */
final class TextAnalyzer {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern JOINTS = Pattern.compile("(?<=[\\p{L}\\p{N}])['’`.](?=[\\p{L}\\p{N}])");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_WORD = 200;

    private TextAnalyzer() {}

    /** Returns the words of a query, in order. */
    static List<String> query(String text) {
        return split(fold(text));
    }

    /** Returns the text as one folded phrase. */
    static String phrase(String text) {
        return String.join(" ", query(text));
    }

    /** Returns the words that the texts are found by. */
    static Set<String> index(Iterable<String> texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            var folded = fold(text);
            words.addAll(split(folded));
            words.addAll(split(JOINTS.matcher(folded).replaceAll("")));
        }
        return words;
    }

    private static String fold(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ς', 'σ') // the form at a word's end, which the next letter would undo
                .replace('ʼ', '\''); // an apostrophe that counts as a letter
    }

    private static List<String> split(String folded) {
        var words = new ArrayList<String>();
        for (var word : OTHER.split(folded, -1)) {
            if (!word.isEmpty()) {
                words.add(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
            }
        }
        return words;
    }
}
