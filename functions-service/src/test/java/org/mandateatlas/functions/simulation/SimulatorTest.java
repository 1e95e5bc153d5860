package org.mandateatlas.functions.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import org.mandateatlas.functions.coverage.BitemporalSnapshot;
import org.mandateatlas.functions.coverage.CellState;
import org.mandateatlas.functions.coverage.CellSummary;
import org.mandateatlas.functions.coverage.Classification;
import org.mandateatlas.functions.coverage.FunctionCoverage;
import org.mandateatlas.functions.coverage.FunctionSummary;
import org.mandateatlas.functions.coverage.GapKind;
import org.mandateatlas.functions.coverage.GovernanceState;
import org.mandateatlas.functions.coverage.RegistrySnapshotArbitraries;
import org.mandateatlas.functions.option.GrantMandate;
import org.mandateatlas.functions.option.Operation;
import org.mandateatlas.functions.option.TransferMandates;
import org.mandateatlas.functions.simulation.AnyReforms.Independent;

/** Properties of simulations on arbitrary registries. */
@Domain(RegistrySnapshotArbitraries.class)
@Domain(AnyReforms.class)
class SimulatorTest {

    @Property
    void noOperationChangesNothing(@ForAll BitemporalSnapshot snapshot) {
        var simulation = Simulator.simulate(snapshot, false, null, List.of());
        assertEquals(simulation.before(), simulation.after());
        assertEquals(List.of(), simulation.gapsClosed());
        assertEquals(List.of(), simulation.gapsOpened());
        assertEquals(List.of(), simulation.overlapsAdded());
        assertEquals(List.of(), simulation.overlapsRemoved());
        assertEquals(List.of(), simulation.cells());
    }

    @Property
    void theWorldBeforeIsThatOfTheMoment(
            @ForAll BitemporalSnapshot snapshot, @ForAll @Size(max = 5) List<Operation> operations) {
        assertEquals(
                CoverageSummary.of(snapshot.state(false), snapshot.state(false).coverage()),
                simulate(snapshot, operations).before());
    }

    @Property
    void independentOperationsMayComeInEitherOrder(
            @ForAll BitemporalSnapshot snapshot, @ForAll Independent operations) {
        var state = snapshot.state(false);
        Assume.that(isApplicable(operations.one(), state) && isApplicable(operations.other(), state));
        assertEquals(
                coverage(state, operations.one(), operations.other()),
                coverage(state, operations.other(), operations.one()));
    }

    private static List<FunctionCoverage> coverage(GovernanceState state, Operation first, Operation second) {
        return apply(second, apply(first, state)).coverage();
    }

    @Property
    void theSameOperationAgainOnStatusOrLeadChangesNothingMore(
            @ForAll BitemporalSnapshot snapshot, @ForAll Operation operation) {
        Assume.that(
                switch (operation.type()) {
                    case SET_LEAD, SET_UN_STATUS, ASSIGN_CAPACITY -> true;
                    default -> false;
                });
        Assume.that(isApplicable(operation, snapshot.state(false)));
        var once = apply(operation, snapshot.state(false));
        assertEquals(once.coverage(), apply(operation, once).coverage());
    }

    @Property
    void everyCellThatDiffersInTheEndIsToldAndNoOther(
            @ForAll BitemporalSnapshot snapshot, @ForAll @Size(max = 5) List<Operation> operations) {
        var applicable = applicable(operations, snapshot.state(false));
        var before = snapshot.state(false);
        var after = before;
        for (var operation : applicable) {
            after = apply(operation, after);
        }
        var differing = new HashSet<SimulatedCell>();
        for (var function : RegistrySnapshotArbitraries.FUNCTIONS) {
            for (var institution : everybody()) {
                var first = CellSummary.of(before, function, institution);
                var second = CellSummary.of(after, function, institution);
                if (!first.equals(second)) {
                    differing.add(new SimulatedCell(function, institution, first, second));
                }
            }
        }
        assertEquals(
                differing,
                Set.copyOf(Simulator.simulate(snapshot, false, null, applicable).cells()));
    }

    private static Set<String> everybody() {
        var everybody = new TreeSet<>(RegistrySnapshotArbitraries.INSTITUTIONS);
        everybody.add("new-one");
        return everybody;
    }

    @Property
    void gapsOfFunctionsFollowFromTheClassifications(
            @ForAll BitemporalSnapshot snapshot, @ForAll @Size(max = 5) List<Operation> operations) {
        var simulation = simulate(snapshot, operations);
        var before = classified(simulation.before(), Classification.GAP);
        var after = classified(simulation.after(), Classification.GAP);
        assertEquals(without(before, after), functionsOf(simulation.gapsClosed()));
        assertEquals(without(after, before), functionsOf(simulation.gapsOpened()));
    }

    private static Set<String> functionsOf(List<SimulatedGap> gaps) {
        var functions = new TreeSet<String>();
        gaps.stream().filter(gap -> gap.kind() == GapKind.FUNCTION).forEach(gap -> functions.add(gap.function()));
        return functions;
    }

    @Property
    void overlapsFollowFromTheClassifications(
            @ForAll BitemporalSnapshot snapshot, @ForAll @Size(max = 5) List<Operation> operations) {
        var simulation = simulate(snapshot, operations);
        var before = classified(simulation.before(), Classification.OVERLAP);
        var after = classified(simulation.after(), Classification.OVERLAP);
        assertEquals(without(after, before), new TreeSet<>(simulation.overlapsAdded()));
        assertEquals(without(before, after), new TreeSet<>(simulation.overlapsRemoved()));
    }

    private static Set<String> classified(CoverageSummary arrangement, Classification classification) {
        var functions = new TreeSet<String>();
        Stream.concat(arrangement.functions().stream(), arrangement.setAside().stream())
                .filter(function -> function.classification() == classification)
                .map(FunctionSummary::id)
                .forEach(functions::add);
        return functions;
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        var left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    @Property
    void gapsOfInstitutionsFollowFromTheCells(
            @ForAll BitemporalSnapshot snapshot, @ForAll @Size(max = 5) List<Operation> operations) {
        var simulation = simulate(snapshot, operations);
        assertEquals(gaps(simulation, SimulatedCell::before), ofInstitutions(simulation.gapsClosed()));
        assertEquals(gaps(simulation, SimulatedCell::after), ofInstitutions(simulation.gapsOpened()));
    }

    private static Set<SimulatedGap> gaps(Simulation simulation, Function<SimulatedCell, CellSummary> side) {
        var gaps = new HashSet<SimulatedGap>();
        for (var shift : simulation.cells()) {
            var state = side.apply(shift).state();
            if (shift.before().state() == shift.after().state()) {
                continue;
            }
            if (state == CellState.MANDATED_ONLY) {
                gaps.add(new SimulatedGap(GapKind.CAPACITY, shift.function(), shift.institution()));
            } else if (state == CellState.PERFORMED_ONLY) {
                gaps.add(new SimulatedGap(GapKind.MANDATE, shift.function(), shift.institution()));
            }
        }
        return gaps;
    }

    private static Set<SimulatedGap> ofInstitutions(List<SimulatedGap> gaps) {
        var some = new HashSet<>(gaps);
        some.removeIf(gap -> gap.kind() == GapKind.FUNCTION);
        return some;
    }

    @Property
    void whatIsTouchedIsTheSumOfItsSteps(
            @ForAll BitemporalSnapshot snapshot, @ForAll @Size(max = 5) List<Operation> operations) {
        var simulation = simulate(snapshot, operations);
        var institutions = new TreeSet<String>();
        var mandates = new TreeSet<String>();
        var capacities = new TreeSet<String>();
        simulation.trace().forEach(step -> {
            institutions.addAll(step.institutions());
            mandates.addAll(step.mandates());
            capacities.addAll(step.capacities());
        });
        assertEquals(List.copyOf(institutions), simulation.institutionsTouched());
        assertEquals(List.copyOf(mandates), simulation.mandatesTouched());
        assertEquals(List.copyOf(capacities), simulation.capacitiesTouched());
    }

    @Property
    void aMandateIsGrantedUnderAnIdThatNoOtherHasWhoeverHoldsItNow(@ForAll BitemporalSnapshot snapshot) {
        var first = new GrantMandate("iom", "To do more", List.of("data"), List.of(), null);
        var away = new TransferMandates("iom", "ilo", List.of("data"), false, null);
        var second = new GrantMandate("iom", "To do yet more", List.of("data"), List.of(), null);
        Assume.that(isApplicable(first, snapshot.state(false)));
        Assume.that(isApplicable(away, apply(first, snapshot.state(false))));
        var steps = Simulator.simulate(snapshot, false, null, List.of(first, away, second))
                .trace();
        assertNotEquals(steps.getFirst().mandates(), steps.getLast().mandates());
    }

    private static Simulation simulate(BitemporalSnapshot snapshot, List<Operation> operations) {
        return Simulator.simulate(snapshot, false, null, applicable(operations, snapshot.state(false)));
    }

    /** Leaves out the operations that cannot be applied when it is their turn. */
    private static List<Operation> applicable(List<Operation> operations, GovernanceState start) {
        var applicable = new ArrayList<Operation>();
        var state = start;
        for (var operation : operations) {
            if (isApplicable(operation, state)) {
                applicable.add(operation);
                state = apply(operation, state);
            }
        }
        return applicable;
    }

    private static boolean isApplicable(Operation operation, GovernanceState state) {
        try {
            OperationApplier.apply(operation, state);
            return true;
        } catch (InapplicableOperationException e) {
            return false;
        }
    }

    private static GovernanceState apply(Operation operation, GovernanceState state) {
        return effect(operation, state).state();
    }

    private static Effect effect(Operation operation, GovernanceState state) {
        try {
            return OperationApplier.apply(operation, state);
        } catch (InapplicableOperationException e) {
            throw new AssertionError(e);
        }
    }
}
