package org.mandateatlas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Chance that is the same in every run: each document has its own, so that any one can be made without the others. */
final class Dice {

    private static final long SEED = 20_041_231L;
    private static final int SOURCES = 200;

    private final SplittableRandom random;

    Dice(String stream, int index) {
        this.random = new SplittableRandom(SEED + 1_000_003L * index + stream.hashCode());
    }

    /** Returns a number from 0 on and below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    /** Returns a number below the bound, a low one more often: a few institutions hold much, most hold little. */
    int lowBelow(int bound) {
        var chance = random.nextDouble();
        return (int) (bound * chance * chance);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns one to three of them, each once. */
    <T> List<T> upToThree(List<T> of) {
        var left = new ArrayList<>(of);
        var chosen = new ArrayList<T>();
        for (var count = between(1, 3); count > 0; count--) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return List.copyOf(chosen);
    }

    /** Returns one or two citations; one in twenty documents is contradicted. */
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
        return Json.object(
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
