package org.mandateatlas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mandates of the benchmark of scale, each in two versions: starts from 1919 on and more of them lately, one in a hundred
 * planned, a third ended, one in five of the others last attested in some year; the first fifth of the institutions holds half of them; words follow Zipf's law; a third of those
 * that began by 2004 cite its paper. The second version transfers, ends or amends the mandate.
 *
 * @param institutions how many institutions hold them
 */
record ScaleDocuments(int institutions) {

    /** The source that very many mandates cite. */
    static final String PAPER = "newland-2004";

    /** Number of additional sources. */
    static final int SOURCES = 200;

    private static final int FIRST_YEAR = 1919;
    private static final int THIS_YEAR = 2026;
    private static final double MEAN_AGE = 25;
    private static final List<String> POPULATIONS = List.of(
            "migrants",
            "migrant-workers",
            "refugees",
            "asylum-seekers",
            "internally-displaced-persons",
            "trafficked-persons",
            "returnees",
            "women-migrants",
            "diasporas",
            "states");
    private static final List<String> AUTHORITIES = List.of(
            "constitution", "treaty", "statute", "resolution", "decision", "agreement", "programme", "practice");

    static String sourceId(int index) {
        return index == 0 ? PAPER : "source-%03d".formatted(index - 1);
    }

    /** Returns a source. */
    static Map<String, @Nullable Object> source(int index) {
        return BenchJson.object(
                "id",
                sourceId(index),
                "kind",
                "paper",
                "title",
                "Paper " + index + " on " + Vocabulary.phrase(new SeededRandom("source", index), 4),
                "grade",
                "A");
    }

    /** Returns the id of a mandate: the sequence of ids is not that of the log. */
    String id(int index) {
        var random = new SeededRandom("id", index);
        return InstitutionGenerator.id(holder(index)) + "-" + Vocabulary.word(random) + "-"
                + Integer.toString(index, 36);
    }

    private int holder(int index) {
        return new SeededRandom("holder", index).skewedBelow(institutions);
    }

    /** Returns the first version. */
    Map<String, @Nullable Object> first(int index) {
        var random = new SeededRandom("mandate", index);
        var from = start(random);
        var ended = from <= THIS_YEAR && random.below(100) < 30;
        var to = ended ? random.between(from, THIS_YEAR) : null;
        var attested = !ended && from <= THIS_YEAR && new SeededRandom("attested", index).oneIn(5)
                ? Integer.toString(new SeededRandom("last attested", index).between(from, THIS_YEAR))
                : null;
        var earlier = random.oneIn(12) ? random.skewedBelow(institutions) : null;
        return BenchJson.object(
                "id",
                id(index),
                "institution",
                InstitutionGenerator.id(holder(index)),
                "title",
                Vocabulary.phrase(random, random.between(3, 6)),
                "text",
                Vocabulary.phrase(random, random.between(12, 24)),
                "functions",
                random.upToThree(MandateGenerator.FUNCTIONS),
                "populations",
                random.upToThree(POPULATIONS),
                "authority",
                random.one(AUTHORITIES),
                "force",
                random.oneIn(2) ? "binding" : "non-binding",
                "review",
                random.oneIn(4)
                        ? BenchJson.object(
                                "clause",
                                true,
                                "dueOn",
                                date(random, Math.max(from, 1990), 2035),
                                "citations",
                                cited(random, from))
                        : null,
                "supersedes",
                index > 0 && random.oneIn(20)
                        ? List.of(BenchJson.object(
                                "mandate",
                                id(random.below(index)),
                                "manner",
                                "explicit",
                                "citations",
                                cited(random, from)))
                        : List.of(),
                "earlierHolders",
                earlier == null
                        ? List.of()
                        : List.of(BenchJson.object(
                                "institution",
                                InstitutionGenerator.id(earlier),
                                "validity",
                                new YearRange(from, from).validity(),
                                "citations",
                                cited(random, from))),
                "validity",
                BenchJson.object(
                        "from",
                        date(random, from, from),
                        "to",
                        to == null ? null : Integer.toString(to),
                        "lastAttested",
                        attested),
                "citations",
                cited(random, from));
    }

    /** Returns the second version. */
    Map<String, @Nullable Object> second(int index) {
        var random = new SeededRandom("second version", index);
        var after = first(index);
        var validity = (Map<?, ?>) java.util.Objects.requireNonNull(after.get("validity"));
        var from = String.valueOf(validity.get("from"));
        var year = Integer.parseInt(from.substring(0, 4));
        var open = validity.get("to") == null && year < THIS_YEAR;
        if (open && random.oneIn(8)) {
            after.put("validity", BenchJson.object("from", from, "to", date(random, year + 1, THIS_YEAR)));
        } else if (open && random.oneIn(10)) {
            after.put(
                    "earlierHolders",
                    List.of(BenchJson.object(
                            "institution",
                            after.get("institution"),
                            "validity",
                            BenchJson.object("from", from, "to", Integer.toString(random.between(year, THIS_YEAR - 1))),
                            "citations",
                            cited(random, year))));
            after.put("institution", InstitutionGenerator.id(random.skewedBelow(institutions)));
        } else {
            after.put("text", after.get("text") + " " + Vocabulary.phrase(random, random.between(2, 6)));
        }
        return after;
    }

    private static int start(SeededRandom random) {
        if (random.oneIn(100)) {
            return random.between(THIS_YEAR + 1, THIS_YEAR + 9);
        }
        var age = -MEAN_AGE * Math.log(1 - random.fraction());
        return age < THIS_YEAR - FIRST_YEAR ? THIS_YEAR - 1 - (int) age : start(random);
    }

    /** Returns a date in the years given, to the year, the month or the day. */
    private static String date(SeededRandom random, int first, int last) {
        var year = random.between(first, last);
        return switch (random.below(3)) {
            case 0 -> Integer.toString(year);
            case 1 -> "%04d-%02d".formatted(year, random.between(1, 12));
            default -> "%04d-%02d-%02d".formatted(year, random.between(1, 12), random.between(1, 28));
        };
    }

    private static List<Map<String, @Nullable Object>> cited(SeededRandom random, int year) {
        var citations = new ArrayList<Map<String, @Nullable Object>>();
        if (year <= 2004 && random.oneIn(3)) {
            citations.add(citation(PAPER, random));
        }
        if (citations.isEmpty() || random.oneIn(3)) {
            citations.add(citation(sourceId(1 + random.skewedBelow(SOURCES)), random));
        }
        return citations;
    }

    private static Map<String, @Nullable Object> citation(String source, SeededRandom random) {
        return BenchJson.object("source", source, "locator", "lines " + random.between(1, 900), "stance", "supports");
    }
}
