package org.mandateatlas.functions.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import org.mandateatlas.functions.coverage.AnyWorlds;
import org.mandateatlas.functions.coverage.CellState;
import org.mandateatlas.functions.coverage.CellSummary;
import org.mandateatlas.functions.coverage.Classification;
import org.mandateatlas.functions.coverage.FunctionCoverage;
import org.mandateatlas.functions.coverage.FunctionSummary;
import org.mandateatlas.functions.coverage.GapKind;
import org.mandateatlas.functions.coverage.GovernanceState;
import org.mandateatlas.functions.coverage.Moment;
import org.mandateatlas.functions.option.GrantMandate;
import org.mandateatlas.functions.option.Operation;
import org.mandateatlas.functions.option.TransferMandates;
import org.mandateatlas.functions.simulation.AnyReforms.Independent;

/** What holds of every reform of every world. */
@Domain(AnyWorlds.class)
@Domain(AnyReforms.class)
class SimulatorTest {

    @Property
    void noOperationChangesNothing(@ForAll Moment moment) {
        var simulation = Simulator.simulate(moment, null, List.of());
        assertEquals(simulation.before(), simulation.after());
        assertEquals(List.of(), simulation.gapsClosed());
        assertEquals(List.of(), simulation.gapsOpened());
        assertEquals(List.of(), simulation.overlapsAdded());
        assertEquals(List.of(), simulation.overlapsRemoved());
        assertEquals(List.of(), simulation.cells());
    }

    @Property
    void theWorldBeforeIsThatOfTheMoment(@ForAll Moment moment, @ForAll @Size(max = 5) List<Operation> operations) {
        assertEquals(
                Arrangement.of(moment.world(), moment.world().coverage()),
                simulate(moment, operations).before());
    }

    @Property
    void independentOperationsMayComeInEitherOrder(@ForAll Moment moment, @ForAll Independent operations) {
        var world = moment.world();
        Assume.that(isApplicable(operations.one(), world) && isApplicable(operations.other(), world));
        assertEquals(
                coverage(world, operations.one(), operations.other()),
                coverage(world, operations.other(), operations.one()));
    }

    private static List<FunctionCoverage> coverage(GovernanceState world, Operation first, Operation second) {
        return apply(second, apply(first, world)).coverage();
    }

    @Property
    void theSameOperationAgainOnStatusOrLeadChangesNothingMore(@ForAll Moment moment, @ForAll Operation operation) {
        Assume.that(
                switch (operation.type()) {
                    case SET_LEAD, SET_UN_STATUS, ASSIGN_CAPACITY -> true;
                    default -> false;
                });
        Assume.that(isApplicable(operation, moment.world()));
        var once = apply(operation, moment.world());
        assertEquals(once.coverage(), apply(operation, once).coverage());
    }

    @Property
    void everyCellThatDiffersInTheEndIsToldAndNoOther(
            @ForAll Moment moment, @ForAll @Size(max = 5) List<Operation> operations) {
        var applicable = applicable(operations, moment.world());
        var before = moment.world();
        var after = before;
        for (var operation : applicable) {
            after = apply(operation, after);
        }
        var differing = new HashSet<CellShift>();
        for (var function : AnyWorlds.FUNCTIONS) {
            for (var institution : everybody()) {
                var first = CellSummary.of(before, function, institution);
                var second = CellSummary.of(after, function, institution);
                if (!first.equals(second)) {
                    differing.add(new CellShift(function, institution, first, second));
                }
            }
        }
        assertEquals(
                differing,
                Set.copyOf(Simulator.simulate(moment, null, applicable).cells()));
    }

    private static Set<String> everybody() {
        var everybody = new TreeSet<>(AnyWorlds.INSTITUTIONS);
        everybody.add("new-one");
        return everybody;
    }

    @Property
    void gapsOfFunctionsFollowFromTheClassifications(
            @ForAll Moment moment, @ForAll @Size(max = 5) List<Operation> operations) {
        var simulation = simulate(moment, operations);
        var before = classified(simulation.before(), Classification.GAP);
        var after = classified(simulation.after(), Classification.GAP);
        assertEquals(without(before, after), functionsOf(simulation.gapsClosed()));
        assertEquals(without(after, before), functionsOf(simulation.gapsOpened()));
    }

    private static Set<String> functionsOf(List<GapShift> gaps) {
        var functions = new TreeSet<String>();
        gaps.stream().filter(gap -> gap.kind() == GapKind.FUNCTION).forEach(gap -> functions.add(gap.function()));
        return functions;
    }

    @Property
    void overlapsFollowFromTheClassifications(
            @ForAll Moment moment, @ForAll @Size(max = 5) List<Operation> operations) {
        var simulation = simulate(moment, operations);
        var before = classified(simulation.before(), Classification.OVERLAP);
        var after = classified(simulation.after(), Classification.OVERLAP);
        assertEquals(without(after, before), new TreeSet<>(simulation.overlapsAdded()));
        assertEquals(without(before, after), new TreeSet<>(simulation.overlapsRemoved()));
    }

    private static Set<String> classified(Arrangement arrangement, Classification classification) {
        var functions = new TreeSet<String>();
        arrangement.functions().stream()
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
            @ForAll Moment moment, @ForAll @Size(max = 5) List<Operation> operations) {
        var simulation = simulate(moment, operations);
        assertEquals(gaps(simulation, CellShift::before), ofInstitutions(simulation.gapsClosed()));
        assertEquals(gaps(simulation, CellShift::after), ofInstitutions(simulation.gapsOpened()));
    }

    private static Set<GapShift> gaps(Simulation simulation, Function<CellShift, CellSummary> side) {
        var gaps = new HashSet<GapShift>();
        for (var shift : simulation.cells()) {
            var state = side.apply(shift).state();
            if (shift.before().state() == shift.after().state()) {
                continue;
            }
            if (state == CellState.MANDATED_ONLY) {
                gaps.add(new GapShift(GapKind.CAPACITY, shift.function(), shift.institution()));
            } else if (state == CellState.PERFORMED_ONLY) {
                gaps.add(new GapShift(GapKind.MANDATE, shift.function(), shift.institution()));
            }
        }
        return gaps;
    }

    private static Set<GapShift> ofInstitutions(List<GapShift> gaps) {
        var some = new HashSet<>(gaps);
        some.removeIf(gap -> gap.kind() == GapKind.FUNCTION);
        return some;
    }

    @Property
    void whatIsTouchedIsTheSumOfItsSteps(@ForAll Moment moment, @ForAll @Size(max = 5) List<Operation> operations) {
        var simulation = simulate(moment, operations);
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
    void aMandateIsGrantedUnderAnIdThatNoOtherHasWhoeverHoldsItNow(@ForAll Moment moment) {
        var first = new GrantMandate("iom", "To do more", List.of("data"), List.of(), null);
        var away = new TransferMandates("iom", "ilo", List.of("data"), false, null);
        var second = new GrantMandate("iom", "To do yet more", List.of("data"), List.of(), null);
        Assume.that(isApplicable(first, moment.world()));
        Assume.that(isApplicable(away, apply(first, moment.world())));
        var steps =
                Simulator.simulate(moment, null, List.of(first, away, second)).trace();
        assertNotEquals(steps.getFirst().mandates(), steps.getLast().mandates());
    }

    private static Simulation simulate(Moment moment, List<Operation> operations) {
        return Simulator.simulate(moment, null, applicable(operations, moment.world()));
    }

    /** Leaves out the operations that cannot be applied when it is their turn. */
    private static List<Operation> applicable(List<Operation> operations, GovernanceState start) {
        var applicable = new ArrayList<Operation>();
        var world = start;
        for (var operation : operations) {
            if (isApplicable(operation, world)) {
                applicable.add(operation);
                world = apply(operation, world);
            }
        }
        return applicable;
    }

    private static boolean isApplicable(Operation operation, GovernanceState world) {
        try {
            Reform.apply(operation, world);
            return true;
        } catch (Inapplicable e) {
            return false;
        }
    }

    private static GovernanceState apply(Operation operation, GovernanceState world) {
        return effect(operation, world).world();
    }

    private static Effect effect(Operation operation, GovernanceState world) {
        try {
            return Reform.apply(operation, world);
        } catch (Inapplicable e) {
            throw new AssertionError(e);
        }
    }
}
