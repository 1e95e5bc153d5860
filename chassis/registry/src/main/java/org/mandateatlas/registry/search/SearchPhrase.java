package org.mandateatlas.registry.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.TextAnalyzer;
import org.mandateatlas.registry.TextAnalyzer.Word;

/**
 * The text of a search: words, each of which is the beginning of a word of every document found.
 *
 * @param words the words, folded
 * @param phrase the text as one phrase of words
 * @param joinedPhrase the same, where apostrophes and full stops inside a word do not split it
 */
record SearchPhrase(List<String> words, String phrase, String joinedPhrase) {

    /**
     * Reads the text of a search.
     *
     * @throws ProblemException 400 when it has no word
     */
    static SearchPhrase of(String text) {
        var words = TextAnalyzer.query(text);
        if (words.isEmpty()) {
            throw ProblemException.parameter("q", "has neither a letter nor a digit");
        }
        return new SearchPhrase(
                words.stream().distinct().toList(), TextAnalyzer.phrase(text), TextAnalyzer.joinedPhrase(text));
    }

    /** Returns the two forms of the phrase, or the one if they are equal. */
    List<String> phrases() {
        return phrase.equals(joinedPhrase) ? List.of(phrase) : List.of(phrase, joinedPhrase);
    }

    /** Returns the id that the words make. */
    String id() {
        return phrase.replace(' ', '-');
    }

    /** Returns a query of the full-text index for documents that have all of the words. */
    String wholeWords() {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & "));
    }

    /** Returns a query of the full-text index for documents that have, for each word, a word that begins with it. */
    String prefixes() {
        return words.stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }

    /** Returns whether each word begins one of these. */
    boolean isIn(Collection<Word> words) {
        return share(words) == 1;
    }

    /** Returns the share of the words that begin one of these. */
    double share(Collection<Word> words) {
        return (double) this.words.stream().filter(word -> begins(word, words)).count() / this.words.size();
    }

    /** Returns the share of the words that are one of these. */
    double shareOfWhole(Collection<Word> words) {
        return (double) this.words.stream()
                        .filter(word ->
                                words.stream().anyMatch(other -> other.text().equals(word)))
                        .count()
                / this.words.size();
    }

    /** Returns the word of the search that begins the word, the longest if several do. */
    Optional<String> beginningOf(Word word) {
        return words.stream()
                .filter(beginning -> word.text().startsWith(beginning))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    /** Returns whether a name is the phrase. */
    boolean is(Passage name) {
        return phrases().contains(name.phrase()) || phrases().contains(name.joinedPhrase());
    }

    /** Returns whether a name begins with the phrase. */
    boolean begins(Passage name) {
        return phrases().stream()
                .anyMatch(beginning -> name.phrase().startsWith(beginning)
                        || name.joinedPhrase().startsWith(beginning));
    }

    private static boolean begins(String beginning, Collection<Word> words) {
        return words.stream().anyMatch(word -> word.text().startsWith(beginning));
    }
}
