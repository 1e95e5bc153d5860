package org.mandateatlas.registry.search;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.registry.TextAnalyzer;
import org.mandateatlas.registry.TextAnalyzer.Term;
import org.mandateatlas.registry.TextAnalyzer.Word;

/**
 * The text of a search: terms that every document found matches.
 *
 * @param terms the terms
 * @param phrase the text as one phrase of words
 * @param joinedPhrase the same, where punctuation inside a word does not split it
 */
record SearchPhrase(List<Term> terms, String phrase, String joinedPhrase) {

    /**
     * Reads the text of a search.
     *
     * @throws ProblemException 400 when it has no word
     */
    static SearchPhrase of(String text) {
        var terms = TextAnalyzer.query(text);
        if (terms.isEmpty()) {
            throw ProblemException.parameter("q", "has neither a letter nor a digit");
        }
        return new SearchPhrase(
                terms.stream().distinct().toList(), TextAnalyzer.phrase(text), TextAnalyzer.joinedPhrase(text));
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
        return TextAnalyzer.fullTextQuery(terms, false);
    }

    /** Returns a query of the full-text index for documents that have, for each word, a word that begins with it. */
    String prefixes() {
        return TextAnalyzer.fullTextQuery(terms, true);
    }

    /** Returns whether each term matches these words. */
    boolean isIn(Collection<Word> words) {
        return terms.stream()
                .allMatch(term ->
                        term.forms().stream().anyMatch(form -> form.stream().allMatch(word -> begins(word, words))));
    }

    /** Returns the share of the words of the search that begin one of these. */
    double share(Collection<Word> words) {
        return share(word -> begins(word, words));
    }

    /** Returns the share of the words of the search that are one of these. */
    double shareOfWhole(Collection<Word> words) {
        return share(word -> words.stream().anyMatch(other -> other.text().equals(word)));
    }

    /** Counts the better form of each term. */
    private double share(Predicate<String> found) {
        return terms.stream()
                .mapToDouble(term -> term.forms().stream()
                        .mapToDouble(
                                form -> (double) form.stream().filter(found).count() / form.size())
                        .max()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    /** Returns whether a word of the search begins the word. */
    boolean begins(Word word) {
        return terms.stream()
                .flatMap(term -> term.forms().stream())
                .flatMap(List::stream)
                .anyMatch(beginning -> word.text().startsWith(beginning));
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
