package org.mandateatlas.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generated mandates: each covers one to three functions from a year since 1950; some have ended, have an earlier holder or a
 * review; every fourth has a second version that transfers, ends or amends it.
 *
 * @param count number of mandates
 * @param institutions number of institutions that hold them; a few hold many
 */
record MandateGenerator(int count, int institutions) {

    static final String STREAM = "mandate";

    static final List<String> FUNCTIONS = List.of(
            "data-and-analysis",
            "policy-research",
            "technical-assistance",
            "service-provision",
            "discussion-platform",
            "negotiation-support",
            "anti-trafficking",
            "migration-and-development",
            "coordination",
            "rights-protection",
            "standard-setting",
            "enforcement-and-border-control",
            "compulsory-returns",
            "migration-facilitation");

    private static final int CHANGE_INTERVAL = 4;
    private static final List<String> POPULATIONS = List.of(
            "migrants",
            "migrant-workers",
            "refugees",
            "asylum-seekers",
            "trafficked-persons",
            "women-migrants",
            "states");
    private static final List<String> AUTHORITIES =
            List.of("constitution", "treaty", "statute", "resolution", "decision", "agreement", "practice");

    int revisions() {
        return count + (count + CHANGE_INTERVAL - 1) / CHANGE_INTERVAL;
    }

    /** Returns the stream: all first versions, then the second versions. */
    Stream<GeneratedRevision> stream() {
        return IntStream.range(0, revisions())
                .mapToObj(place ->
                        place < count ? established(place) : changed(place + 1L, (place - count) * CHANGE_INTERVAL));
    }

    /** Returns the distinct institutions that hold a mandate during the whole year. */
    Stream<String> holdersIn(int year) {
        return IntStream.range(0, count)
                .filter(index -> index % CHANGE_INTERVAL != 0
                        && earlierHolder(index) == null
                        && validity(index).containsStrictly(year))
                .map(this::holder)
                .distinct()
                .mapToObj(InstitutionGenerator::id);
    }

    private int holder(int index) {
        return new SeededRandom("holder", index).skewedBelow(institutions);
    }

    private @Nullable Integer earlierHolder(int index) {
        var random = new SeededRandom("earlier holder", index);
        return random.oneIn(10) ? random.skewedBelow(institutions) : null;
    }

    /** Returns the validity, which ends with the holder at the latest. */
    private YearRange validity(int index) {
        var random = new SeededRandom("validity", index);
        var dissolved = InstitutionGenerator.existence(holder(index)).to();
        var last = dissolved == null ? 2026 : dissolved;
        var from = random.between(1950, last - 1);
        return new YearRange(
                from, dissolved != null || random.below(100) < 35 ? (Integer) random.between(from + 1, last) : null);
    }

    private GeneratedRevision established(int index) {
        return new GeneratedRevision(
                STREAM, index + 1L, "established", validity(index).from(), null, document(index));
    }

    private GeneratedRevision changed(long sequence, int index) {
        var before = established(index);
        var after = document(index);
        var validity = validity(index);
        var random = new SeededRandom("change", index);
        if (validity.to() != null || random.oneIn(3)) {
            after.put("text", after.get("text") + " Report every second year.");
            return new GeneratedRevision(STREAM, sequence, "amended", validity.from(), before, after);
        }
        var year = Math.max(validity.from() + 1, 2020);
        if (random.oneIn(2)) {
            after.put("validity", new YearRange(validity.from(), year).validity());
            return new GeneratedRevision(STREAM, sequence, "ended", year, before, after);
        }
        after.put("earlierHolders", List.of(heldBy(holder(index), new YearRange(validity.from(), year - 1), random)));
        after.put("institution", InstitutionGenerator.id((holder(index) + 1) % institutions));
        return new GeneratedRevision(STREAM, sequence, "transferred", validity.from(), before, after);
    }

    private Map<String, @Nullable Object> document(int index) {
        var random = new SeededRandom(STREAM, index);
        var validity = validity(index);
        var earlier = earlierHolder(index);
        return BenchJson.object(
                "id",
                id(index),
                "institution",
                InstitutionGenerator.id(holder(index)),
                "title",
                "Mandate %06d on the movement of people".formatted(index),
                "text",
                "Advise governments that ask for it, gather what is known, and bring those together who can act on it.",
                "functions",
                random.upToThree(FUNCTIONS),
                "populations",
                random.upToThree(POPULATIONS),
                "authority",
                random.one(AUTHORITIES),
                "instrument",
                null,
                "provision",
                null,
                "force",
                random.oneIn(2) ? "binding" : "non-binding",
                "limits",
                List.of(),
                "review",
                random.oneIn(3) ? review(random) : null,
                "supersedes",
                index > 0 && random.oneIn(20) ? List.of(superseded(index - 1, random)) : List.of(),
                "earlierHolders",
                earlier == null
                        ? List.of()
                        : List.of(heldBy(earlier, new YearRange(validity.from(), validity.from()), random)),
                "validity",
                validity.validity(),
                "citations",
                random.citations());
    }

    private static String id(int index) {
        return "mandate-%06d".formatted(index);
    }

    private static Map<String, @Nullable Object> review(SeededRandom random) {
        var clause = random.oneIn(2);
        return BenchJson.object(
                "clause",
                clause,
                "dueOn",
                clause ? Integer.toString(random.between(1990, 2035)) : null,
                "citations",
                random.citations());
    }

    private static Map<String, @Nullable Object> superseded(int index, SeededRandom random) {
        return BenchJson.object(
                "mandate",
                id(index),
                "manner",
                random.oneIn(2) ? "explicit" : "implicit",
                "citations",
                random.citations());
    }

    private static Map<String, @Nullable Object> heldBy(int institution, YearRange span, SeededRandom random) {
        return BenchJson.object(
                "institution",
                InstitutionGenerator.id(institution),
                "validity",
                span.validity(),
                "citations",
                random.citations());
    }
}
