package org.mandateatlas.registry;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Splits texts into words for search, without case, accents and punctuation.
 *
 * <p>Letters are folded by ICU: compatibility forms and case by NFKC_Casefold, accents are removed, and Latin letters that do not
 * decompose, such as ł and ø, become ASCII. An apostrophe, full stop, hyphen or slash inside a word splits it; the joined form is a
 * word, too, so that {@code office}, {@code l'office} and {@code loffice} find “L'Office”, and {@code unhabitat} finds “UN-HABITAT”.
 * In a query the joined form is an alternative to the parts, so that {@code un-habitat} finds “UNHABITAT”, too. Scripts that are written without spaces are indexed by pairs of characters, so that a text is found by any part of it. A query
 * matches documents that have, for each of its words, a word that starts with it: a longer query never matches more. Each word knows
 * its place in the text.
 */
public final class TextAnalyzer {

    /** Increases with each change of the words of a text: documents that were indexed before are then indexed again. */
    static final int VERSION = 1;

    private static final int LONGEST_WORD = 200;
    private static final String JOINTS = "'’`.-‐‑/·";
    private static final int ASCII = 128;
    private static final int LETTER_APOSTROPHE = 'ʼ';

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSITION = Normalizer2.getNFDInstance();
    private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");
    private static final Map<Integer, String> FOLDED_LATIN = new ConcurrentHashMap<>();

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private static final int FIRST_WITHOUT_SPACES = 0x0E00;
    private static final int SOUND_MARK_OF_KANA = 'ー';

    private final StringBuilder folded = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private TextAnalyzer(String text) {
        var start = 0;
        while (start < text.length()) {
            var letter = text.codePointAt(start);
            var end = start + Character.charCount(letter);
            var letters = fold(letter);
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

    /**
     * A term of a query. A text matches if it has, for each word of one of the forms, a word that begins with it.
     *
     * @param parts the words between punctuation
     * @param joined the words without the punctuation; equal to the parts if there is none
     */
    public record Term(List<String> parts, List<String> joined) {

        /** Returns the distinct forms of the term. */
        public List<List<String>> forms() {
            return parts.equals(joined) ? List.of(parts) : List.of(parts, joined);
        }
    }

    /** Returns all words that a text is found by. */
    public static List<Word> all(String text) {
        var analyzer = new TextAnalyzer(text);
        var words = new LinkedHashSet<Word>();
        analyzer.runs(false).forEach(run -> words.addAll(analyzer.words(run, true)));
        analyzer.runs(true).forEach(run -> words.addAll(analyzer.words(run, true)));
        return List.copyOf(words);
    }

    /** Returns the terms of a query, in order. */
    public static List<Term> query(String text) {
        var analyzer = new TextAnalyzer(text);
        var parts = analyzer.runs(false).iterator();
        var terms = new ArrayList<Term>();
        for (var joined : analyzer.runs(true)) {
            var words = new ArrayList<String>();
            var taken = 0;
            while (taken < joined.places().size()) {
                var part = parts.next();
                words.addAll(analyzer.texts(part));
                taken += part.places().size();
            }
            terms.add(new Term(List.copyOf(words), analyzer.texts(joined)));
        }
        return List.copyOf(terms);
    }

    /** Returns a query of the full-text index for texts that match all terms, by whole words or by beginnings of words. */
    public static String fullTextQuery(List<Term> terms, boolean byBeginnings) {
        var suffix = byBeginnings ? "':*" : "'";
        return terms.stream()
                .map(term -> term.forms().stream()
                        .map(form ->
                                form.stream().map(word -> "'" + word + suffix).collect(Collectors.joining(" & ")))
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    /** Returns the text as one phrase of words. */
    public static String phrase(String text) {
        return new TextAnalyzer(text).phrase(false);
    }

    /** Returns the text as one phrase, where punctuation inside a word does not split it. */
    public static String joinedPhrase(String text) {
        return new TextAnalyzer(text).phrase(true);
    }

    /** Returns the words that the texts are found by. */
    static Set<String> index(Iterable<String> texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            all(text).forEach(word -> words.add(word.text()));
        }
        return words;
    }

    private static String fold(int letter) {
        if (letter < ASCII) {
            return Character.toString(Character.toLowerCase(letter));
        }
        if (letter == LETTER_APOSTROPHE) {
            return "'";
        }
        return UnicodeScript.of(letter) == UnicodeScript.LATIN
                ? FOLDED_LATIN.computeIfAbsent(letter, latin -> LATIN_ASCII.transliterate(withoutAccents(latin)))
                : withoutAccents(letter);
    }

    /** Returns the folded letter without accents; a mark that belongs to the letters of one script is kept. */
    private static String withoutAccents(int letter) {
        var kept = new StringBuilder();
        DECOMPOSITION
                .normalize(CASEFOLD.normalize(Character.toString(letter)))
                .codePoints()
                .filter(c -> !isMark(c) || WITHOUT_SPACES.contains(UnicodeScript.of(c)))
                .forEach(kept::appendCodePoint);
        return kept.toString();
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
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean isWithoutSpaces(int c) {
        return c >= FIRST_WITHOUT_SPACES && (c == SOUND_MARK_OF_KANA || WITHOUT_SPACES.contains(UnicodeScript.of(c)));
    }

    /** A sequence of letters and digits of one kind, as indices into the folded text. */
    private record Run(List<Integer> places, boolean withoutSpaces) {}

    /** Returns the runs of the text, in order; if joined, punctuation inside a word does not end a run. */
    private List<Run> runs(boolean joined) {
        var runs = new ArrayList<Run>();
        var run = new Run(new ArrayList<>(), false);
        for (var i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            var c = folded.codePointAt(i);
            if (isOfWord(c)) {
                if (run.places().isEmpty() || run.withoutSpaces() != isWithoutSpaces(c)) {
                    run = new Run(new ArrayList<>(), isWithoutSpaces(c));
                    runs.add(run);
                }
                run.places().add(i);
            } else if (!(joined && isJoint(i))) {
                run = new Run(new ArrayList<>(), false);
            }
        }
        return runs;
    }

    /** Returns whether a character joins two words. */
    private boolean isJoint(int i) {
        return i > 0
                && JOINTS.indexOf(folded.charAt(i)) >= 0
                && isOfWord(folded.codePointBefore(i))
                && i + 1 < folded.length()
                && isOfWord(folded.codePointAt(i + 1));
    }

    /** Returns the words of a run: the run itself, or its pairs of characters and if wanted its last character. */
    private List<Word> words(Run run, boolean withLast) {
        var places = run.places();
        if (!run.withoutSpaces() || places.size() == 1) {
            return List.of(word(places));
        }
        var words = new ArrayList<Word>();
        for (var i = 0; i + 1 < places.size(); i++) {
            words.add(word(places.subList(i, i + 2)));
        }
        if (withLast) {
            words.add(word(places.subList(places.size() - 1, places.size())));
        }
        return words;
    }

    private List<String> texts(Run run) {
        return words(run, false).stream().map(Word::text).toList();
    }

    private Word word(List<Integer> places) {
        return new Word(text(places), starts.get(places.getFirst()), ends.get(places.getLast()));
    }

    private String text(List<Integer> places) {
        var text = new StringBuilder();
        places.forEach(place -> text.appendCodePoint(folded.codePointAt(place)));
        return text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text.toString();
    }

    private String phrase(boolean joined) {
        return runs(joined).stream().map(run -> text(run.places())).collect(Collectors.joining(" "));
    }
}
