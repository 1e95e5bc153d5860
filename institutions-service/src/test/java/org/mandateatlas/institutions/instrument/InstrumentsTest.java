package org.mandateatlas.institutions.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mandateatlas.institutions.instrument.InstrumentFixture.anInstrument;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The rules of instruments, and what they are found by. */
class InstrumentsTest {

    private final Instruments instruments = new Instruments();

    @Test
    void anOrdinaryInstrumentKeepsTheRules() {
        assertEquals(
                List.of(),
                broken(anInstrument()
                        .inForce("1954", "1960")
                        .inForce("1960", null)
                        .needing("20")));
    }

    @Test
    void periodsInForceDoNotOverlap() {
        assertEquals(
                List.of("/inForce/1/validity"),
                broken(anInstrument().inForce("1954", "1960").inForce("1959", null)));
    }

    @Test
    void figuresAreLookedAt() {
        assertEquals(List.of("/figures/0/value"), broken(anInstrument().counting("parties", "1E+31", "2004")));
    }

    @Test
    void aThresholdIsASensibleNumber() {
        assertEquals(List.of("/thresholds/0/value"), broken(anInstrument().needing("1E+2147483647")));
    }

    @Test
    void itRefersToItsAdopterItsSupervisorsItsWholeAndItsPredecessors() {
        var instrument = anInstrument()
                .adopted("1953-10-19", "iom-council")
                .supervised("iom", null, null)
                .partOf("un-charter")
                .superseding("treaty-of-versailles")
                .instrument();
        assertEquals(
                List.of(
                        new Reference("/adoption/by", "institution", "iom-council"),
                        new Reference("/supervisedBy/0/institution", "institution", "iom"),
                        new Reference("/partOf", "instrument", "un-charter"),
                        new Reference("/supersedes/0/instrument", "instrument", "treaty-of-versailles")),
                instruments.references(instrument));
    }

    @Test
    void itIsFoundByKindByPeriodsInForceAndBySupervisorsOfTheTime() {
        var facets = instruments.facets(anInstrument()
                .inForce("1954", null)
                .supervised("iom", null, "1960")
                .instrument());
        assertTrue(facets.containsAll(List.of(
                Facet.of("kind", "constitution"),
                new Facet("inForce", "yes", new Validity(PartialDate.of("1954"), null)),
                new Facet("supervisedBy", "iom", new Validity(null, PartialDate.of("1960"))))));
        assertEquals(3, facets.size());
    }

    @Test
    void aSearchFindsItByTitleShortTitleAndSymbol() {
        assertEquals(
                List.of("Constitution of the organisation", "ICRMW", "A/RES/45/158"),
                instruments.names(anInstrument().known("ICRMW", "A/RES/45/158").instrument()));
    }

    @Test
    void anInstrumentIsCreatedChangedAndEnded() {
        var before = anInstrument().instrument();
        assertEquals("created", instruments.change(null, before));
        assertEquals(
                "changed",
                instruments.change(before, anInstrument().partOf("un-charter").instrument()));
        assertEquals(
                "ended", instruments.change(before, anInstrument().until("2004").instrument()));
    }

    private List<String> broken(InstrumentFixture instrument) {
        var violations = new Violations();
        instruments.check(instrument.instrument(), violations);
        return violations.list().stream()
                .map(Violation::pointer)
                .map(String::valueOf)
                .toList();
    }
}
