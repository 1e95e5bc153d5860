package org.mandateatlas.functions.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.mandateatlas.functions.capacity.CapacityFixture.aCapacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.functions.capacity.CapacityFixture;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.functions.snapshot.MandateSnapshot;

/** Coverage after the last attestation of capacities. */
class UnconfirmedCoverageTest {

    private static final LocalDate ATTESTED = LocalDate.of(2004, 12, 31);
    private static final LocalDate LATER = LocalDate.of(2026, 1, 1);

    private final List<CapacityFixture> capacities = new ArrayList<>();
    private final List<MandateSnapshot> mandates = new ArrayList<>();

    @Test
    void onTheLastAttestedDayACapacityIsCurrent() {
        capacity("iom", "lead").attestedUntil("2004");
        var function = coverage(ATTESTED);
        assertEquals(Classification.SINGLE, function.classification());
        assertNull(function.lastAttested());
        assertEquals(List.of("iom"), function.leads());
        assertEquals(
                Status.CURRENT,
                function.cells().getFirst().capacities().getFirst().status());
        assertNull(function.cells().getFirst().capacities().getFirst().lastAttested());
    }

    @Test
    void afterItTheCellAndTheFunctionAreUnconfirmed() {
        capacity("iom", "lead").attestedUntil("2004");
        var function = coverage(LATER);
        assertEquals(Classification.UNCONFIRMED, function.classification());
        assertEquals(PartialDate.of("2004"), function.lastAttested());
        assertEquals(List.of(), function.leads());
        assertEquals(0, function.performed());
        assertEquals(1, function.unconfirmed());
        var cell = function.cells().getFirst();
        assertEquals(CellState.UNCONFIRMED, cell.state());
        assertEquals(CapacityLevel.LEAD, cell.level());
        assertEquals(PartialDate.of("2004"), cell.lastAttested());
        var capacity = cell.capacities().getFirst();
        assertEquals(Status.UNCONFIRMED, capacity.status());
        assertEquals(PartialDate.of("2004"), capacity.lastAttested());
        assertEquals("newland-2004", capacity.citations().getFirst().source());
    }

    @Test
    void aKnownEndIsAGap() {
        capacity("iom", "lead").until("2004");
        assertEquals(Classification.GAP, coverage(LATER).classification());
        assertEquals(List.of(), coverage(LATER).cells());
    }

    @Test
    void anUnconfirmedCapacityMakesNoOverlap() {
        capacity("iom", "substantial").attestedUntil("2004");
        capacity("unhcr", "substantial");
        assertEquals(Classification.OVERLAP, coverage(ATTESTED).classification());
        assertEquals(Classification.SINGLE, coverage(LATER).classification());
    }

    @Test
    void anUnconfirmedAbsenceIsNoGap() {
        mandate("iom");
        capacity("iom", "none").because("no-resources").attestedUntil("2004");
        assertEquals(
                List.of(GapKind.FUNCTION, GapKind.CAPACITY),
                coverage(ATTESTED).gaps().map(Gap::kind).toList());
        assertEquals(List.of(), coverage(LATER).gaps().toList());
    }

    @Test
    void anUnconfirmedPerformanceWithoutAMandateIsNoMandateGap() {
        capacity("iom", "limited").attestedUntil("2004");
        assertEquals(
                List.of(GapKind.FUNCTION, GapKind.MANDATE),
                coverage(ATTESTED).gaps().map(Gap::kind).toList());
        assertEquals(List.of(), coverage(LATER).gaps().toList());
    }

    @Test
    void aMandateWithoutAnyCapacityStaysAGap() {
        mandate("iom");
        assertEquals(
                List.of(GapKind.FUNCTION, GapKind.CAPACITY),
                coverage(LATER).gaps().map(Gap::kind).toList());
    }

    @Test
    void aCurrentCapacityDecidesTheCellAndAnUnconfirmedOneKeepsTheFunctionOpen() {
        capacity("iom", "lead").attestedUntil("2004");
        capacity("iom", "limited");
        var function = coverage(LATER);
        assertEquals(CellState.PERFORMED_ONLY, function.cells().getFirst().state());
        assertEquals(CapacityLevel.LIMITED, function.cells().getFirst().level());
        assertNull(function.cells().getFirst().lastAttested());
        assertEquals(Classification.UNCONFIRMED, function.classification());
        assertEquals(PartialDate.of("2004"), function.lastAttested());
    }

    @Test
    void anAttestedAbsenceDecides() {
        capacity("iom", "lead").attestedUntil("2004");
        capacity("iom", "none").because("declined").from("2018");
        var function = coverage(LATER);
        assertEquals(CellState.EMPTY, function.cells().getFirst().state());
        assertEquals(Classification.GAP, function.classification());
    }

    @Test
    void whereACurrentCapacityDoesNotFillUnconfirmedOnesThatDoNotEitherLeaveAGap() {
        capacity("iom", "limited").attestedUntil("2004");
        assertEquals(Classification.UNCONFIRMED, coverage(LATER).classification());
        capacity("unhcr", "limited");
        assertEquals(Classification.GAP, coverage(LATER).classification());
    }

    @Test
    void theCellIsThatOfTheLatestAttestation() {
        capacity("iom", "lead").attestedUntil("2004");
        capacity("iom", "marginal").attestedUntil("2010-05");
        var cell = coverage(LATER).cells().getFirst();
        assertEquals(CapacityLevel.MARGINAL, cell.level());
        assertEquals(PartialDate.of("2010-05"), cell.lastAttested());
    }

    @Test
    void unconfirmedCapacitiesCountWhereTheyAreIncluded() {
        capacity("iom", "lead").attestedUntil("2004");
        capacity("unhcr", "substantial");
        var function = coverage(LATER, true);
        assertEquals(Classification.OVERLAP, function.classification());
        assertEquals(List.of("iom"), function.leads());
        assertEquals(2, function.performed());
        assertEquals(CellState.PERFORMED_ONLY, function.cells().getFirst().state());
        assertEquals(
                Status.UNCONFIRMED,
                function.cells().getFirst().capacities().getFirst().status());
    }

    @Test
    void totalsAndConcentrationLeaveThemOut() {
        capacity("iom", "substantial").attestedUntil("2004");
        capacity("unhcr", "limited").attestedUntil("2004");
        var confirmed = totals(ATTESTED);
        assertEquals(1, confirmed.startingPoints().singles());
        assertEquals(0, confirmed.startingPoints().unconfirmed());
        assertEquals(2, confirmed.startingPoints().performedOnly());
        var later = totals(LATER);
        assertEquals(1, later.startingPoints().unconfirmed());
        assertEquals(2, later.startingPoints().unconfirmedCells());
        assertEquals(0, later.startingPoints().performedOnly());
        assertEquals(0, later.startingPoints().singles());
        assertEquals(2, later.startingPoints().gaps());
        assertEquals(0, later.concentration().capacities().signum());
    }

    private CoverageTotals totals(LocalDate day) {
        return Coverage.of(snapshot(day), new CoverageFilter()).totals();
    }

    private FunctionCoverage coverage(LocalDate day) {
        return coverage(day, false);
    }

    private FunctionCoverage coverage(LocalDate day, boolean includeUnconfirmed) {
        return snapshot(day).state(includeUnconfirmed).coverage().stream()
                .filter(function -> function.id().equals("data"))
                .findFirst()
                .orElseThrow();
    }

    private BitemporalSnapshot snapshot(LocalDate day) {
        return new BitemporalSnapshot(
                RegistrySnapshotArbitraries.known(
                        List.of(),
                        mandates,
                        capacities.stream().map(CapacityFixture::capacity).toList()),
                day);
    }

    private CapacityFixture capacity(String institution, String level) {
        var capacity = aCapacity().of(institution).in("data").at(level);
        capacities.add(capacity);
        return capacity;
    }

    private void mandate(String institution) {
        mandates.add(new MandateSnapshot(
                "mandate",
                institution,
                "To do something",
                List.of("data"),
                List.of("migrants"),
                null,
                List.of(),
                List.of(),
                Validity.ALWAYS,
                List.of()));
    }
}
