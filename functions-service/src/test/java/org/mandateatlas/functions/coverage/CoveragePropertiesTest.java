package org.mandateatlas.functions.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.coverage.CoverageDiff.CellChange;
import org.mandateatlas.functions.snapshot.MandateSnapshot;
import org.mandateatlas.registry.http.Axis;
import org.mandateatlas.replication.replica.Version;

/** Properties of the coverage of arbitrary registries. */
@Domain(RegistrySnapshotArbitraries.class)
class CoveragePropertiesTest {

    @Property
    void concentrationLiesBetweenNoneAndOne(@ForAll BitemporalSnapshot snapshot) {
        var concentration = concentration(snapshot);
        for (var index : List.of(concentration.mandates(), concentration.capacities())) {
            assertTrue(index.signum() >= 0 && index.compareTo(BigDecimal.ONE) <= 0, index::toString);
        }
    }

    @Property
    void concentrationIsOneWhereOneCarriesAll(@ForAll BitemporalSnapshot snapshot) {
        var alone = carriedBy("iom", snapshot);
        var coverage = alone.state(false).coverage();
        Assume.that(coverage.stream().anyMatch(function -> function.mandated() > 0));
        Assume.that(coverage.stream().anyMatch(function -> function.performed() > 0));
        assertEquals(0, concentration(alone).mandates().compareTo(BigDecimal.ONE));
        assertEquals(0, concentration(alone).capacities().compareTo(BigDecimal.ONE));
    }

    private static Concentration concentration(BitemporalSnapshot snapshot) {
        return Concentration.of(snapshot.state(false).coverage());
    }

    @Property
    void aFunctionIsClassifiedByHowManyFillIt(@ForAll BitemporalSnapshot snapshot) {
        for (var function : snapshot.state(false).coverage()) {
            var fill = function.cells().stream().filter(CoverageCell::fills).count();
            var expected = fill == 1 ? Classification.SINGLE : Classification.OVERLAP;
            if (fill == 0) {
                expected = function.lastAttested() == null ? Classification.GAP : Classification.UNCONFIRMED;
            }
            assertEquals(expected, function.classification());
        }
    }

    @Property
    void aCellIsEitherNoGapOrOneOfOneKind(@ForAll BitemporalSnapshot snapshot) {
        for (var function : snapshot.state(false).coverage()) {
            var missing = function.gaps()
                    .filter(gap -> gap.kind() != GapKind.FUNCTION)
                    .map(Gap::institution)
                    .toList();
            var halves = function.cells().stream()
                    .filter(cell -> !cell.unconfirmed() && cell.hasMandate() != cell.performs())
                    .map(CoverageCell::institution)
                    .toList();
            assertEquals(halves, missing);
        }
    }

    @Property
    void everyMandateOfTheDayStandsInTheCellsOfItsHolder(@ForAll BitemporalSnapshot snapshot) {
        var cells = cells(snapshot);
        for (var version : snapshot.registry().mandates()) {
            var mandate = Objects.requireNonNull(version.content());
            for (var function : mandate.functions()) {
                var cell = cells.get(function + " " + mandate.holder(snapshot.day()));
                var there = cell != null
                        && cell.mandates().stream().anyMatch(held -> held.id().equals(version.id()));
                assertEquals(mandate.validity().contains(snapshot.day()), there, version.id());
            }
        }
    }

    @Property
    void betweenEqualDaysNothingDiffers(@ForAll BitemporalSnapshot snapshot) {
        var diff = diff(snapshot, snapshot.day());
        assertEquals(List.of(), diff.functions());
        assertEquals(List.of(), diff.institutions());
    }

    @Property
    void theDiffHasEveryCellThatDiffersAndNoOther(@ForAll BitemporalSnapshot snapshot, @ForAll LocalDate day) {
        var first = contents(cells(snapshot));
        var second = contents(cells(new BitemporalSnapshot(snapshot.registry(), day)));
        var differing = new TreeSet<>(first.keySet());
        differing.addAll(second.keySet());
        differing.removeIf(key -> Objects.equals(first.get(key), second.get(key)));
        assertEquals(differing, changes(snapshot, day).keySet());
    }

    /** Returns the ids of the documents behind each cell. */
    private static Map<String, List<String>> contents(Map<String, CoverageCell> cells) {
        var contents = new TreeMap<String, List<String>>();
        cells.forEach((key, cell) -> contents.put(
                key,
                Stream.concat(
                                cell.mandates().stream().map(CellMandate::id),
                                cell.capacities().stream().map(CellCapacity::id))
                        .toList()));
        return contents;
    }

    @Property
    void everyDifferenceHasACauseWithCitations(@ForAll BitemporalSnapshot snapshot, @ForAll LocalDate day) {
        changes(snapshot, day)
                .forEach((key, change) -> assertFalse(
                        change.causes().isEmpty()
                                || change.causes().stream()
                                        .anyMatch(cause -> cause.citations().isEmpty()),
                        key));
    }

    @Property
    void theDiffBackwardsTellsTheSameCellsTheOtherWayRound(@ForAll BitemporalSnapshot snapshot, @ForAll LocalDate day) {
        var there = changes(snapshot, day);
        var back = changes(new BitemporalSnapshot(snapshot.registry(), day), snapshot.day());
        assertEquals(there.keySet(), back.keySet());
        there.forEach((key, change) -> {
            var other = Objects.requireNonNull(back.get(key));
            assertEquals(List.of(change.before(), change.after()), List.of(other.after(), other.before()), key);
        });
    }

    private static CoverageDiff diff(BitemporalSnapshot snapshot, LocalDate day) {
        return CoverageDiff.between(
                Axis.WORLD,
                snapshot.day().toString(),
                day.toString(),
                snapshot,
                new BitemporalSnapshot(snapshot.registry(), day),
                new CoverageDiffFilter());
    }

    private static Map<String, CellChange> changes(BitemporalSnapshot snapshot, LocalDate day) {
        var changes = new TreeMap<String, CellChange>();
        diff(snapshot, day)
                .functions()
                .forEach(function ->
                        function.cells().forEach(cell -> changes.put(function.id() + " " + cell.institution(), cell)));
        return changes;
    }

    private static Map<String, CoverageCell> cells(BitemporalSnapshot snapshot) {
        return snapshot.state(false).coverage().stream()
                .flatMap(function -> function.cells().stream()
                        .map(cell -> Map.entry(function.id() + " " + cell.institution(), cell)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same world, in which one institution does what all did. */
    private static BitemporalSnapshot carriedBy(String institution, BitemporalSnapshot snapshot) {
        var known = snapshot.registry();
        return new BitemporalSnapshot(
                RegistrySnapshotArbitraries.known(
                        contents(known.institutions()),
                        contents(known.mandates()).stream()
                                .map(mandate -> new MandateSnapshot(
                                        mandate.id(),
                                        institution,
                                        mandate.title(),
                                        mandate.functions(),
                                        mandate.populations(),
                                        null,
                                        List.of(),
                                        List.of(),
                                        mandate.validity(),
                                        mandate.citations()))
                                .toList(),
                        contents(known.capacities()).stream()
                                .map(capacity -> new Capacity(
                                        capacity.id(),
                                        null,
                                        null,
                                        institution,
                                        capacity.function(),
                                        capacity.level(),
                                        capacity.reason(),
                                        capacity.text(),
                                        null,
                                        capacity.populations(),
                                        capacity.validity(),
                                        capacity.citations()))
                                .toList()),
                snapshot.day());
    }

    private static <T> List<T> contents(List<Version<T>> versions) {
        return versions.stream()
                .map(version -> Objects.requireNonNull(version.content()))
                .toList();
    }
}
