package org.mandateatlas.gateway.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mandateatlas.base.problem.ProblemException;

/**
 * What somebody typed to find something: words, each of which is the beginning of a word of what is found.
 *
 * @param words the words, folded
 * @param phrase the same as one phrase
 * @param joinedPhrase the same, in which joints split nothing
 */
record Typed(List<String> words, String phrase, String joinedPhrase) {

    static Typed of(String text) {
        List<Word> words = Folding.plain(text);
        if (words.isEmpty()) {
            throw ProblemException.parameter("q", "has neither a letter nor a digit");
        }
        return new Typed(
                words.stream().map(Word::text).distinct().toList(),
                Passage.phrase(words),
                Passage.phrase(Folding.joined(text)));
    }

    /** Tells whether each of the typed words begins one of these. */
    boolean isIn(Collection<Word> words) {
        return share(words) == 1;
    }

    /** Returns which share of the typed words begins one of these. */
    double share(Collection<Word> words) {
        return (double) this.words.stream()
                        .filter(typed -> begins(typed, words))
                        .count()
                / this.words.size();
    }

    /** Returns which share of the typed words is one of these. */
    double shareOfWhole(Collection<Word> words) {
        return (double) this.words.stream()
                        .filter(typed ->
                                words.stream().anyMatch(word -> word.text().equals(typed)))
                        .count()
                / this.words.size();
    }

    /** Returns the typed word that begins the word, the longest if several do. */
    Optional<String> beginningOf(Word word) {
        return words.stream()
                .filter(typed -> word.text().startsWith(typed))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    /** Tells whether a name is what was typed. */
    boolean is(Passage name) {
        return phrase.equals(name.phrase())
                || joinedPhrase.equals(name.joinedPhrase())
                || phrase.equals(name.joinedPhrase());
    }

    /** Tells whether a name begins with what was typed. */
    boolean begins(Passage name) {
        return name.phrase().startsWith(phrase) || name.joinedPhrase().startsWith(joinedPhrase);
    }

    private static boolean begins(String typed, Collection<Word> words) {
        return words.stream().anyMatch(word -> word.text().startsWith(typed));
    }
}
