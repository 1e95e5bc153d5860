package org.mandateatlas.gateway.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How texts are folded for searching, as their owners fold them: no case, no accents, no punctuation.
 *
 * <p>An apostrophe or a full stop inside a word splits it, and the joined form is kept besides, so that {@code office},
 * {@code l'office} and {@code loffice} find “L'Office”, and {@code unhcr} finds “U.N.H.C.R.”. Each word remembers where it stands.
 */
final class Folding {

    private static final int LONGEST_WORD = 200;
    private static final String JOINTS = "'’`.";
    private static final int ASCII = 128;

    private final StringBuilder folded = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private Folding(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = start + Character.charCount(text.codePointAt(start));
            String letters = fold(text.substring(start, end));
            if (letters.isEmpty() && !ends.isEmpty()) {
                ends.set(ends.size() - 1, end); // an accent belongs to the letter before it
            }
            for (int i = 0; i < letters.length(); i++) {
                folded.append(letters.charAt(i));
                starts.add(start);
                ends.add(end);
            }
            start = end;
        }
    }

    /** Returns the words of a text as they stand in it, in order. */
    static List<Word> plain(String text) {
        return new Folding(text).words(false);
    }

    /** Returns the words of a text, in order, with those that only a joint splits in one. */
    static List<Word> joined(String text) {
        return new Folding(text).words(true);
    }

    /** Returns all the words that a text is found by. */
    static List<Word> all(String text) {
        var folding = new Folding(text);
        var words = new ArrayList<>(folding.words(false));
        for (Word word : folding.words(true)) {
            if (!words.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    private static String fold(String letter) {
        char first = letter.charAt(0);
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
        int start = 0;
        int last = 0;
        int i = 0;
        while (i < folded.length()) {
            int c = folded.codePointAt(i);
            int next = i + Character.charCount(c);
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

    /** Tells whether a character joins the word before it to the one after it. */
    private boolean isJoint(int i) {
        return JOINTS.indexOf(folded.charAt(i)) >= 0
                && isOfWord(folded.codePointBefore(i))
                && i + 1 < folded.length()
                && isOfWord(folded.codePointAt(i + 1));
    }

    private Word word(StringBuilder letters, int start, int last) {
        String text = letters.length() > LONGEST_WORD ? letters.substring(0, LONGEST_WORD) : letters.toString();
        return new Word(text, starts.get(start), ends.get(last));
    }
}
