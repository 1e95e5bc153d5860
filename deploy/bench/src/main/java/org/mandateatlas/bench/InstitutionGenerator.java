package org.mandateatlas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generated institutions: founded before 1950, one in ten ended, one in four renamed, every tenth with a second version. The
 * first have the ids of well-known institutions, whose capacities are in the shipped dataset.
 *
 * @param count number of institutions
 */
record InstitutionGenerator(int count) {

    static final String STREAM = "institution";

    private static final int CHANGE_INTERVAL = 10;
    private static final List<String> WELL_KNOWN =
            List.of("iom", "ilo", "unhcr", "ohchr", "unctad", "undp", "unesco", "unfpa", "unicef", "world-bank");
    private static final List<String> STATUSES =
            List.of("outside", "related-organization", "specialized-agency", "fund-or-programme", "subsidiary-organ");

    static String id(int index) {
        return index < WELL_KNOWN.size() ? WELL_KNOWN.get(index) : "institution-%05d".formatted(index);
    }

    /** Returns the years in which the institution exists. */
    static YearRange existence(int index) {
        var random = new SeededRandom("existence", index);
        return new YearRange(random.between(1900, 1949), random.oneIn(10) ? random.between(1990, 2024) : null);
    }

    int revisions() {
        return count + (count + CHANGE_INTERVAL - 1) / CHANGE_INTERVAL;
    }

    /** Returns the stream: all first versions, then the second versions. */
    Stream<GeneratedRevision> stream() {
        return IntStream.range(0, revisions())
                .mapToObj(place ->
                        place < count ? created(place) : changed(place + 1L, (place - count) * CHANGE_INTERVAL));
    }

    private static GeneratedRevision created(int index) {
        return new GeneratedRevision(
                STREAM, index + 1L, "created", existence(index).from(), null, document(index));
    }

    private static GeneratedRevision changed(long sequence, int index) {
        var before = created(index);
        var after = document(index);
        after.put("summary", after.get("summary") + " It says so in its own words.");
        return new GeneratedRevision(STREAM, sequence, "changed", before.effective(), before, after);
    }

    static Map<String, @Nullable Object> document(int index) {
        var random = new SeededRandom(STREAM, index);
        var existence = existence(index);
        var name = "International Office %05d for Migration and the Movement of People".formatted(index);
        var abbreviation = "IOM%05d".formatted(index);
        var renamed = random.oneIn(4) ? random.between(1955, 1985) : existence.from();
        var now = new YearRange(renamed, existence.to());
        var names = new ArrayList<Map<String, @Nullable Object>>();
        if (renamed > existence.from()) {
            var before = new YearRange(existence.from(), renamed - 1);
            names.add(name(
                    "official",
                    "Provisional Committee %05d for the Movement of People".formatted(index),
                    before,
                    random));
        }
        names.add(name("official", name, now, random));
        names.add(name("abbreviation", abbreviation, now, random));
        return BenchJson.object(
                "id",
                id(index),
                "name",
                name,
                "abbreviation",
                abbreviation,
                "kind",
                "intergovernmental-organization",
                "summary",
                "It brings governments together on the movement of people, and helps those who move.",
                "names",
                names,
                "unStatus",
                List.of(BenchJson.object(
                        "status", random.one(STATUSES), "validity", now.validity(), "citations", random.citations())),
                "relations",
                List.of(),
                "figures",
                List.of(),
                "headquarters",
                List.of(BenchJson.object(
                        "place",
                        "Geneva",
                        "country",
                        "CH",
                        "validity",
                        existence.validity(),
                        "citations",
                        random.citations())),
                "officeHolders",
                List.of(),
                "identifiers",
                List.of(),
                "remarks",
                List.of(),
                "validity",
                existence.validity(),
                "citations",
                random.citations());
    }

    private static Map<String, @Nullable Object> name(String kind, String value, YearRange span, SeededRandom random) {
        return BenchJson.object(
                "kind",
                kind,
                "value",
                value,
                "language",
                "en",
                "validity",
                span.validity(),
                "citations",
                random.citations());
    }
}
