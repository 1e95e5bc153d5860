package org.mandateatlas.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generated mandates, as institutions-service writes them: each covers one to three functions from some year since 1950 on,
 * some have ended, some were held by another before, some are reviewed; every fourth has a second version, by which it is
 * transferred, ended or amended.
 *
 * @param count how many
 * @param institutions how many institutions hold them, a few of them many
 */
record Mandates(int count, int institutions) {

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

    private static final int EACH_CHANGED = 4;
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
        return count + (count + EACH_CHANGED - 1) / EACH_CHANGED;
    }

    /** Returns the stream: all first versions, then the second ones. */
    Stream<Revision> stream() {
        return IntStream.range(0, revisions())
                .mapToObj(place ->
                        place < count ? established(place) : changed(place + 1L, (place - count) * EACH_CHANGED));
    }

    /** Returns institutions that hold a mandate all through the year, each once. */
    Stream<String> holdersIn(int year) {
        return IntStream.range(0, count)
                .filter(index -> index % EACH_CHANGED != 0
                        && earlierHolder(index) == null
                        && validity(index).hasInside(year))
                .map(this::holder)
                .distinct()
                .mapToObj(Institutions::id);
    }

    private int holder(int index) {
        return new Dice("holder", index).lowBelow(institutions);
    }

    private @Nullable Integer earlierHolder(int index) {
        var dice = new Dice("earlier holder", index);
        return dice.oneIn(10) ? dice.lowBelow(institutions) : null;
    }

    /** Returns when it stands, which is no longer than its holder. */
    private Span validity(int index) {
        var dice = new Dice("validity", index);
        var dissolved = Institutions.existence(holder(index)).to();
        var last = dissolved == null ? 2026 : dissolved;
        var from = dice.between(1950, last - 1);
        return new Span(
                from, dissolved != null || dice.below(100) < 35 ? (Integer) dice.between(from + 1, last) : null);
    }

    private Revision established(int index) {
        return new Revision(STREAM, index + 1L, "established", validity(index).from(), null, document(index));
    }

    private Revision changed(long sequence, int index) {
        var before = established(index);
        var after = document(index);
        var validity = validity(index);
        var dice = new Dice("change", index);
        if (validity.to() != null || dice.oneIn(3)) {
            after.put("text", after.get("text") + " Report every second year.");
            return new Revision(STREAM, sequence, "amended", validity.from(), before, after);
        }
        var year = Math.max(validity.from() + 1, 2020);
        if (dice.oneIn(2)) {
            after.put("validity", new Span(validity.from(), year).validity());
            return new Revision(STREAM, sequence, "ended", year, before, after);
        }
        after.put("earlierHolders", List.of(heldBy(holder(index), new Span(validity.from(), year - 1), dice)));
        after.put("institution", Institutions.id((holder(index) + 1) % institutions));
        return new Revision(STREAM, sequence, "transferred", validity.from(), before, after);
    }

    private Map<String, @Nullable Object> document(int index) {
        var dice = new Dice(STREAM, index);
        var validity = validity(index);
        var earlier = earlierHolder(index);
        return Json.object(
                "id",
                id(index),
                "institution",
                Institutions.id(holder(index)),
                "title",
                "Charge %06d to work on the movement of people".formatted(index),
                "text",
                "Advise governments that ask for it, gather what is known, and bring those together who can act on it.",
                "functions",
                dice.upToThree(FUNCTIONS),
                "populations",
                dice.upToThree(POPULATIONS),
                "authority",
                dice.one(AUTHORITIES),
                "instrument",
                null,
                "provision",
                null,
                "force",
                dice.oneIn(2) ? "binding" : "non-binding",
                "limits",
                List.of(),
                "review",
                dice.oneIn(3) ? review(dice) : null,
                "supersedes",
                index > 0 && dice.oneIn(20) ? List.of(superseded(index - 1, dice)) : List.of(),
                "earlierHolders",
                earlier == null
                        ? List.of()
                        : List.of(heldBy(earlier, new Span(validity.from(), validity.from()), dice)),
                "validity",
                validity.validity(),
                "citations",
                dice.citations());
    }

    private static String id(int index) {
        return "mandate-%06d".formatted(index);
    }

    private static Map<String, @Nullable Object> review(Dice dice) {
        var clause = dice.oneIn(2);
        return Json.object(
                "clause",
                clause,
                "dueOn",
                clause ? Integer.toString(dice.between(1990, 2035)) : null,
                "citations",
                dice.citations());
    }

    private static Map<String, @Nullable Object> superseded(int index, Dice dice) {
        return Json.object(
                "mandate", id(index), "manner", dice.oneIn(2) ? "explicit" : "implicit", "citations", dice.citations());
    }

    private static Map<String, @Nullable Object> heldBy(int institution, Span span, Dice dice) {
        return Json.object(
                "institution",
                Institutions.id(institution),
                "validity",
                span.validity(),
                "citations",
                dice.citations());
    }
}
