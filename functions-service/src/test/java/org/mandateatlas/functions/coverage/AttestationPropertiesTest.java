package org.mandateatlas.functions.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.snapshot.RegistrySnapshot;
import org.mandateatlas.registry.http.Axis;
import org.mandateatlas.replication.replica.Version;

/** Properties of coverage when sources end or go on: neither changes the past, and silence changes nothing. */
@Domain(RegistrySnapshotArbitraries.class)
@Domain(DomainContext.Global.class)
class AttestationPropertiesTest {

    @Property
    void anAttestationNeverChangesCoverageUpToThePreviousOne(
            @ForAll BitemporalSnapshot snapshot, @ForAll @IntRange(min = 1, max = 5) int years) {
        var after = new BitemporalSnapshot(
                with(
                        snapshot.registry(),
                        snapshot.registry().capacities().stream()
                                .map(version ->
                                        isAttestedOn(snapshot.day(), version) ? attested(version, years) : version)
                                .toList()),
                snapshot.day());
        for (var includeUnconfirmed : List.of("false", "true")) {
            var filter = new CoverageFilter();
            filter.includeUnconfirmed = includeUnconfirmed;
            assertEquals(Coverage.of(snapshot, filter), Coverage.of(after, filter));
            assertEquals(CoverageGaps.of(snapshot, filter, List.of()), CoverageGaps.of(after, filter, List.of()));
            assertEquals(CoverageOverlaps.of(snapshot, filter), CoverageOverlaps.of(after, filter));
        }
    }

    private static boolean isAttestedOn(LocalDate day, Version<Capacity> version) {
        var last = content(version).validity().lastAttested();
        return last != null && !day.isAfter(last.lastDay());
    }

    private static Version<Capacity> attested(Version<Capacity> version, int years) {
        var validity = content(version).validity();
        var last = Objects.requireNonNull(validity.lastAttested()).lastDay().getYear() + years;
        return with(version, new Validity(validity.from(), null, PartialDate.of(Integer.toString(last))));
    }

    @Property
    void silenceIsNoDifference(@ForAll BitemporalSnapshot snapshot, @ForAll LocalDate day) {
        var registry = snapshot.registry();
        var silent = with(
                registry,
                registry.capacities().stream()
                        .map(version -> with(
                                version,
                                new Validity(
                                        content(version).validity().from(),
                                        content(version).validity().to(),
                                        null)))
                        .toList());
        assertEquals(summary(diff(silent, snapshot.day(), day)), summary(diff(registry, snapshot.day(), day)));
    }

    private static CoverageDiff diff(RegistrySnapshot registry, LocalDate from, LocalDate to) {
        return CoverageDiff.between(
                Axis.WORLD,
                from.toString(),
                to.toString(),
                new BitemporalSnapshot(registry, from),
                new BitemporalSnapshot(registry, to),
                new CoverageDiffFilter());
    }

    private static List<Object> summary(CoverageDiff diff) {
        return List.of(diff.functions(), diff.institutions());
    }

    @Property
    void silenceNeitherClosesNorOpensAGapOfAFunction(@ForAll BitemporalSnapshot snapshot) {
        var performing = new BitemporalSnapshot(
                with(
                        snapshot.registry(),
                        snapshot.registry().capacities().stream()
                                .filter(version -> content(version).level().performs())
                                .toList()),
                snapshot.day());
        var confirmed = new TreeMap<String, Classification>();
        performing.state(true).coverage().forEach(function -> confirmed.put(function.id(), function.classification()));
        for (var function : performing.state(false).coverage()) {
            var expected = confirmed.get(function.id());
            switch (function.classification()) {
                case GAP -> assertEquals(Classification.GAP, expected);
                case SINGLE, OVERLAP -> assertNotEquals(Classification.GAP, expected);
                case UNCONFIRMED -> assertNotNull(function.lastAttested());
            }
        }
    }

    @Property
    void withUnconfirmedCapacitiesNothingIsUnconfirmed(@ForAll BitemporalSnapshot snapshot) {
        for (var function : snapshot.state(true).coverage()) {
            assertNotEquals(Classification.UNCONFIRMED, function.classification());
            assertEquals(0, function.unconfirmed());
            assertEquals(
                    0,
                    function.cells().stream()
                            .filter(cell -> cell.state() == CellState.UNCONFIRMED || cell.lastAttested() != null)
                            .count());
        }
    }

    @Property
    void anUnconfirmedCellHasCapacitiesThatAreAllUnconfirmedAndIsNoGap(@ForAll BitemporalSnapshot snapshot) {
        for (var function : snapshot.state(false).coverage()) {
            var gaps = function.gaps().map(Gap::institution).toList();
            for (var cell : function.cells()) {
                var silent = !cell.capacities().isEmpty()
                        && cell.capacities().stream().noneMatch(CellCapacity::confirmed);
                assertEquals(silent, cell.unconfirmed());
                if (silent) {
                    assertFalse(gaps.contains(cell.institution()) || cell.performs() || cell.lead());
                    assertNotNull(cell.lastAttested());
                }
            }
        }
    }

    private static RegistrySnapshot with(RegistrySnapshot registry, List<Version<Capacity>> capacities) {
        return new RegistrySnapshot(
                registry.position(),
                registry.knownAt(),
                registry.functions(),
                registry.institutions(),
                registry.mandates(),
                capacities,
                registry.options());
    }

    private static Version<Capacity> with(Version<Capacity> version, Validity validity) {
        var capacity = content(version);
        return new Version<>(
                version.id(),
                version.version(),
                version.sequence(),
                version.change(),
                version.recordedAt(),
                new Capacity(
                        capacity.id(),
                        null,
                        null,
                        capacity.institution(),
                        capacity.function(),
                        capacity.level(),
                        capacity.reason(),
                        capacity.text(),
                        capacity.mechanism(),
                        capacity.populations(),
                        validity,
                        capacity.citations()));
    }

    private static Capacity content(Version<Capacity> version) {
        return Objects.requireNonNull(version.content());
    }
}
