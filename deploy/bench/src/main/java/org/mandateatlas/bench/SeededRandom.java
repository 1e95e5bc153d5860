package org.mandateatlas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A seeded random generator per document, so that every run generates the same data and documents are independent. */
final class SeededRandom {

    private static final long SEED = 20_041_231L;
    private static final int SOURCES = 200;

    private final SplittableRandom random;

    SeededRandom(String stream, int index) {
        this.random = new SplittableRandom(SEED + 1_000_003L * index + stream.hashCode());
    }

    /** Returns a number from 0 (inclusive) to the bound (exclusive). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    /** Returns a number below the bound, skewed to low numbers: a few institutions hold many mandates. */
    int skewedBelow(int bound) {
        var chance = random.nextDouble();
        return (int) (bound * chance * chance);
    }

    /** Returns a number from 0 on and below 1. */
    double fraction() {
        return random.nextDouble();
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns one to three distinct elements. */
    <T> List<T> upToThree(List<T> of) {
        var left = new ArrayList<>(of);
        var chosen = new ArrayList<T>();
        for (var count = between(1, 3); count > 0; count--) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return List.copyOf(chosen);
    }

    /** Returns one or two citations, and for one in twenty documents a contradicting one. */
    List<Map<String, @Nullable Object>> citations() {
        var citations = new ArrayList<Map<String, @Nullable Object>>();
        for (var count = between(1, 2); count > 0; count--) {
            citations.add(citation("supports", null));
        }
        if (oneIn(20)) {
            citations.add(citation("contradicts", Integer.toString(between(1950, 2025))));
        }
        return citations;
    }

    private Map<String, @Nullable Object> citation(String stance, @Nullable String statedValue) {
        return BenchJson.object(
                "source",
                "source-%03d".formatted(random.nextInt(SOURCES)),
                "locator",
                "article " + between(1, 120),
                "stance",
                stance,
                "statedValue",
                statedValue);
    }
}
