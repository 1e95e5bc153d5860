package org.mandateatlas.institutions.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;

/** Periods of one kind that certainly overlap are told, the later one with the earlier. */
class OverlapsTest {

    @Test
    void periodsThatFollowOneAnotherDoNotOverlap() {
        assertEquals(List.of(), overlaps(item("a", "1951", "1980-11"), item("a", "1980-12", null)));
    }

    @Test
    void periodsThatShareADayOverlap() {
        assertEquals(
                List.of(Violation.at("/names/1/validity", "overlaps that of /names/0")),
                overlaps(item("a", "1951", "1980-11-14"), item("a", "1980-11-14", null)));
    }

    @Test
    void periodsThatMeetInAnImpreciseYearDoNotOverlap() {
        assertEquals(List.of(), overlaps(item("a", "1951", "1980"), item("a", "1980", null)));
    }

    @Test
    void periodsOfUnlikeKindsMayOverlap() {
        assertEquals(List.of(), overlaps(item("a", null, null), item("b", null, null)));
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        assertEquals(
                List.of(Violation.at("/names/1/validity", "overlaps that of /names/0")),
                overlaps(item("a", "1970", null), item("a", "1951", "1980")));
    }

    @Test
    void eachOverlapIsTold() {
        assertEquals(
                List.of(
                        Violation.at("/names/2/validity", "overlaps that of /names/0"),
                        Violation.at("/names/2/validity", "overlaps that of /names/1")),
                overlaps(item("a", "1951", "1960"), item("a", "1961", "1970"), item("a", null, null)));
    }

    private static List<Violation> overlaps(Item... items) {
        var violations = new Violations();
        Overlaps.check("/names", List.of(items), Item::kind, violations);
        return violations.list();
    }

    private static Item item(String kind, @Nullable String from, @Nullable String to) {
        return new Item(
                kind, new Validity(from == null ? null : PartialDate.of(from), to == null ? null : PartialDate.of(to)));
    }

    /** Something of a kind that held for a period. */
    record Item(String kind, Validity validity) implements Dated {}
}
