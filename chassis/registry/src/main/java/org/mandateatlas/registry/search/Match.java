package org.mandateatlas.registry.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandateatlas.registry.TextAnalyzer.Word;

/** Finds the passage of a document that shows best why a search found it. */
final class Match {

    private Match() {}

    /** Returns the best passage; empty if the document has not all of the words. */
    static Optional<Passage> best(SearchPhrase phrase, Passages passages) {
        return bestName(phrase, passages.names()).or(() -> bestText(phrase, passages));
    }

    /** Returns the best name; empty if the names have not all of the words. */
    static Optional<Passage> bestName(SearchPhrase phrase, List<Passage> names) {
        return best(phrase, names.stream().filter(phrase::is))
                .or(() -> best(phrase, names.stream().filter(phrase::begins)))
                .or(() -> best(phrase, names.stream().filter(name -> phrase.isIn(name.words()))))
                .or(() -> phrase.isIn(words(names)) ? best(phrase, names.stream()) : Optional.empty());
    }

    private static Optional<Passage> bestText(SearchPhrase phrase, Passages passages) {
        var all = Stream.concat(passages.names().stream(), passages.texts().stream())
                .toList();
        if (!phrase.isIn(words(all))) {
            return Optional.empty();
        }
        return best(phrase, passages.texts().stream().filter(text -> phrase.isIn(text.words())))
                .or(() -> best(phrase, all.stream()));
    }

    private static List<Word> words(List<Passage> passages) {
        return passages.stream().flatMap(passage -> passage.words().stream()).toList();
    }

    /** Of equals the first is the best. */
    private static Optional<Passage> best(SearchPhrase phrase, Stream<Passage> passages) {
        return passages.min(Comparator.comparingDouble(passage -> -shade(phrase, passage)));
    }

    /** Whole words go before beginnings, short texts before long ones, present names before earlier ones. */
    private static double shade(SearchPhrase phrase, Passage passage) {
        var share = phrase.share(passage.words());
        var whole = phrase.shareOfWhole(passage.words());
        var length = Math.min(
                1,
                (double) phrase.phrase().length() / Math.max(1, passage.text().length()));
        var present = passage.pointer().indexOf('/', 1) < 0 ? 1 : 0;
        return 0.4 * share + 0.3 * whole + 0.2 * length + 0.05 * present;
    }
}
