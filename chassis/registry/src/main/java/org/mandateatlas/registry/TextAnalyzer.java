package org.mandateatlas.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Splits texts into words for search, without case, accents and punctuation.
 *
 * <p>An apostrophe or a full stop inside a word splits it; the joined form is a word, too, so that {@code office},
 * {@code l'office} and {@code loffice} find “L'Office”, and {@code unhcr} finds “U.N.H.C.R.”. A query matches
 * documents that
 * have, for each of its words, a word that starts with it: a longer query never matches more. Each word knows its
 * place in the
 * text.
 */
public final class TextAnalyzer {

    private static final int LONGEST_WORD = 200;
    private static final String JOINTS = "'’`.";
    private static final int ASCII = 128;

    private final StringBuilder folded = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private TextAnalyzer(String text) {
        var start = 0;
        while (start < text.length()) {
            var end = start + Character.charCount(text.codePointAt(start));
            var letters = fold(text.substring(start, end));
            if (letters.isEmpty() && !ends.isEmpty()) {
                ends.set(ends.size() - 1, end); // an accent belongs to the preceding letter
            }
            for (var i = 0; i < letters.length(); i++) {
                folded.append(letters.charAt(i));
                starts.add(start);
                ends.add(end);
            }
            start = end;
        }
    }

    /**
     * A word of a text.
     *
     * @param text the word without case, accents and punctuation
     * @param start index of its first character in the text
     * @param end index after its last character in the text
     */
    public record Word(String text, int start, int end) {}

    /** Returns the words of a text, in order. */
    public static List<Word> split(String text) {
        return new TextAnalyzer(text).words(false);
    }

    /** Returns the words of a text, in order, where apostrophes and full stops inside a word do not split it. */
    public static List<Word> joined(String text) {
        return new TextAnalyzer(text).words(true);
    }

    /** Returns all words that a text is found by. */
    public static List<Word> all(String text) {
        var analyzer = new TextAnalyzer(text);
        var words = new LinkedHashSet<>(analyzer.words(false));
        words.addAll(analyzer.words(true));
        return List.copyOf(words);
    }

    /** Returns the words of a query, in order. */
    public static List<String> query(String text) {
        return split(text).stream().map(Word::text).toList();
    }

    /** Returns the text as one phrase of words. */
    public static String phrase(String text) {
        return phrase(split(text));
    }

    /** Returns the text as one phrase, where apostrophes and full stops inside a word do not split it. */
    public static String joinedPhrase(String text) {
        return phrase(joined(text));
    }

    private static String phrase(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** Returns the words that the texts are found by. */
    static Set<String> index(Iterable<String> texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            all(text).forEach(word -> words.add(word.text()));
        }
        return words;
    }

    private static String fold(String letter) {
        var first = letter.charAt(0);
        if (first < ASCII) {
            return Character.toString(Character.toLowerCase(first));
        }
        var kept = new StringBuilder();
        Normalizer.normalize(letter, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> !isMark(c))
                .forEach(kept::appendCodePoint);
        return kept.toString()
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ς', 'σ') // the form at a word's end, which the next letter would undo
                .replace('ʼ', '\''); // an apostrophe that counts as a letter
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isOfWord(int c) {
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    private List<Word> words(boolean joined) {
        var words = new ArrayList<Word>();
        var word = new StringBuilder();
        var start = 0;
        var last = 0;
        var i = 0;
        while (i < folded.length()) {
            var c = folded.codePointAt(i);
            var next = i + Character.charCount(c);
            if (isOfWord(c)) {
                if (word.isEmpty()) {
                    start = i;
                }
                word.appendCodePoint(c);
                last = next - 1;
            } else if (!word.isEmpty() && !(joined && isJoint(i))) {
                words.add(word(word, start, last));
                word.setLength(0);
            }
            i = next;
        }
        if (!word.isEmpty()) {
            words.add(word(word, start, last));
        }
        return words;
    }

    /** Returns whether a character joins two words. */
    private boolean isJoint(int i) {
        return JOINTS.indexOf(folded.charAt(i)) >= 0
                && isOfWord(folded.codePointBefore(i))
                && i + 1 < folded.length()
                && isOfWord(folded.codePointAt(i + 1));
    }

    private Word word(StringBuilder letters, int start, int last) {
        var text = letters.length() > LONGEST_WORD ? letters.substring(0, LONGEST_WORD) : letters.toString();
        return new Word(text, starts.get(start), ends.get(last));
    }
}
