package org.mandateatlas.registry.search;

import java.util.Arrays;
import java.util.List;
import org.mandateatlas.registry.CitableSource;
import org.mandateatlas.registry.DocumentType;

/**
 * How well a document matches a search; the best first. A source comes after the documents that cite it, unless its
 * name is
 * exactly what is searched for.
 */
enum Tier {
    EXACT_NAME(Manner.EXACT, false, 1),
    EXACT_SOURCE(Manner.EXACT, true, 0.9),
    NAME_BEGINNING(Manner.BEGINNING, false, 0.8),
    NAME_WORDS(Manner.NAME_WORDS, false, 0.7),
    NAME_PREFIXES(Manner.NAME_PREFIXES, false, 0.6),
    WORDS(Manner.WORDS, false, 0.5),
    PREFIXES(Manner.PREFIXES, false, 0.4),
    SOURCE_BEGINNING(Manner.BEGINNING, true, 0.3),
    SOURCE_NAME_WORDS(Manner.NAME_WORDS, true, 0.25),
    SOURCE_NAME_PREFIXES(Manner.NAME_PREFIXES, true, 0.2),
    SOURCE_WORDS(Manner.WORDS, true, 0.15),
    SOURCE_PREFIXES(Manner.PREFIXES, true, 0.1);

    /** A condition of a tier; each condition implies the ones after it, but for exact and beginning phrases. */
    enum Manner {
        EXACT,
        BEGINNING,
        NAME_WORDS,
        NAME_PREFIXES,
        WORDS,
        PREFIXES;

        /** Returns whether only names are looked at. */
        boolean isOfNames() {
            return compareTo(NAME_PREFIXES) <= 0;
        }

        /** Returns the conditions of better tiers. */
        List<Manner> better() {
            return List.of(values()).subList(0, ordinal());
        }
    }

    private final Manner manner;
    private final boolean ofSources;
    private final double score;

    Tier(Manner manner, boolean ofSources, double score) {
        this.manner = manner;
        this.ofSources = ofSources;
        this.score = score;
    }

    /** Returns the tier of a letter in an order key. */
    static Tier of(char letter) {
        return Arrays.stream(values())
                .filter(tier -> tier.letter() == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tier " + letter));
    }

    /** Returns its letter in order keys. */
    char letter() {
        return (char) ('a' + ordinal());
    }

    Manner manner() {
        return manner;
    }

    double score() {
        return score;
    }

    /** Returns whether documents of a kind can be in it. */
    boolean holds(DocumentType<?> type) {
        return ofSources == CitableSource.class.isAssignableFrom(type.record());
    }
}
