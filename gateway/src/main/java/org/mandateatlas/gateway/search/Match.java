package org.mandateatlas.gateway.search;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Names;

/**
 * How well a document is what somebody typed.
 *
 * @param score from 0 to 1
 * @param passage the text that tells best why
 */
record Match(double score, Passage passage) {

    private static final double SHADES = 10_000;
    private static final String SOURCES = "sources";

    /** How a document can be what was typed, the best first, each with the lowest score that it gives. */
    private enum Manner {
        EXACT(0.9),
        EXACT_SOURCE(0.8),
        BEGINNING(0.7),
        NAME(0.6),
        NAMES(0.5),
        TEXT(0.4),
        TEXTS(0.3),
        SOURCE_NAMES(0.2),
        SOURCE_TEXTS(0.1);

        private static final double WIDTH = 0.1;

        private final double least;

        Manner(double least) {
            this.least = least;
        }

        Manner ofSource() {
            return switch (this) {
                case EXACT, EXACT_SOURCE -> EXACT_SOURCE;
                case BEGINNING, NAME, NAMES -> SOURCE_NAMES;
                default -> SOURCE_TEXTS;
            };
        }
    }

    /** Returns how a document is what was typed; null when it has not all of the words. */
    static @Nullable Match of(Typed typed, Document document) {
        List<Passage> names = Passages.names(document);
        Match match = byName(typed, document, names);
        return match == null ? byText(typed, document, names) : match;
    }

    /** Returns how a document is called what was typed; null when it has no name with all of the words. */
    static @Nullable Match ofName(Typed typed, Document document) {
        Match match = byName(typed, document, Passages.names(document));
        return match != null && (typed.isIn(match.passage.words()) || typed.begins(match.passage)) ? match : null;
    }

    /** Returns the match of a document that its owner has found by a text that is not known here. */
    static Match unseen(Document document) {
        return new Match(0, new Passage("", document.name(Names.UNKNOWN), true));
    }

    private static @Nullable Match byName(Typed typed, Document document, List<Passage> names) {
        return Stream.of(
                        best(Manner.EXACT, typed, document, names.stream().filter(typed::is)),
                        best(Manner.BEGINNING, typed, document, names.stream().filter(typed::begins)),
                        best(Manner.NAME, typed, document, names.stream().filter(name -> typed.isIn(name.words()))),
                        typed.isIn(words(names)) ? best(Manner.NAMES, typed, document, names.stream()) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Match byText(Typed typed, Document document, List<Passage> names) {
        List<Passage> texts = Passages.texts(document);
        List<Passage> all = Stream.concat(names.stream(), texts.stream()).toList();
        if (!typed.isIn(words(all))) {
            return null;
        }
        Match match = best(Manner.TEXT, typed, document, texts.stream().filter(text -> typed.isIn(text.words())));
        return match == null ? best(Manner.TEXTS, typed, document, all.stream()) : match;
    }

    private static List<Word> words(List<Passage> passages) {
        return passages.stream().flatMap(passage -> passage.words().stream()).toList();
    }

    private static @Nullable Match best(Manner manner, Typed typed, Document document, Stream<Passage> passages) {
        Manner given = document.collection().equals(SOURCES) ? manner.ofSource() : manner;
        return passages.map(passage -> new Match(score(given, typed, passage), passage))
                .max(Comparator.comparingDouble(Match::score))
                .orElse(null);
    }

    /** Whole words go before beginnings, short texts before long ones, what it is called now before what it was called. */
    private static double score(Manner manner, Typed typed, Passage passage) {
        double share = typed.share(passage.words());
        double whole = typed.shareOfWhole(passage.words());
        double length = Math.min(
                1, (double) typed.phrase().length() / Math.max(1, passage.text().length()));
        double present = passage.pointer().indexOf('/', 1) < 0 ? 1 : 0;
        double shade = 0.4 * share + 0.3 * whole + 0.2 * length + 0.05 * present;
        return Math.round((manner.least + Manner.WIDTH * shade) * SHADES) / SHADES;
    }
}
