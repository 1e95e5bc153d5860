package org.mandateatlas.functions.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.functions.coverage.BitemporalSnapshot;
import org.mandateatlas.functions.coverage.CellSummary;
import org.mandateatlas.functions.coverage.Classification;
import org.mandateatlas.functions.coverage.FunctionCoverage;
import org.mandateatlas.functions.coverage.GovernanceState;
import org.mandateatlas.functions.option.Operation;

/** Applies operations in order and collects their effects. */
final class Simulator {

    private final BitemporalSnapshot snapshot;
    private final GovernanceState start;
    private final List<Step> trace = new ArrayList<>();
    private final TreeSet<String> institutions = new TreeSet<>();
    private final TreeSet<String> mandates = new TreeSet<>();
    private final TreeSet<String> capacities = new TreeSet<>();
    private GovernanceState state;
    private List<FunctionCoverage> coverage;

    private Simulator(BitemporalSnapshot snapshot, boolean includeUnconfirmed) {
        this.snapshot = snapshot;
        this.start = snapshot.state(includeUnconfirmed);
        this.state = start;
        this.coverage = start.coverage();
    }

    /**
     * Runs a simulation.
     *
     * @param includeUnconfirmed whether unconfirmed capacities count as current ones
     * @param policyOption the policy option of the operations, or null
     * @throws ProblemException 422 for the first operation that cannot be applied
     */
    static Simulation simulate(
            BitemporalSnapshot snapshot,
            boolean includeUnconfirmed,
            @Nullable String policyOption,
            List<Operation> operations) {
        var simulator = new Simulator(snapshot, includeUnconfirmed);
        var before = simulator.coverage;
        for (var i = 0; i < operations.size(); i++) {
            simulator.step(i, operations.get(i));
        }
        return simulator.result(policyOption, before);
    }

    private void step(int index, Operation operation) {
        var effect = effect(index, operation);
        var next = effect.state().coverage();
        trace.add(new Step(
                index + 1,
                operation,
                effect.text(),
                consequences(coverage, next),
                List.copyOf(effect.institutions()),
                List.copyOf(effect.mandates()),
                List.copyOf(effect.capacities()),
                shifts(state, effect.state(), effect.institutions())));
        institutions.addAll(effect.institutions());
        mandates.addAll(effect.mandates());
        capacities.addAll(effect.capacities());
        state = effect.state();
        coverage = next;
    }

    private Effect effect(int index, Operation operation) {
        try {
            return OperationApplier.apply(operation, state);
        } catch (InapplicableOperationException e) {
            throw new ProblemException(
                    ProblemType.RULE_VIOLATED,
                    "Step " + (index + 1) + ", " + EnumValues.of(operation.type()) + ", cannot be applied.",
                    List.of(Violation.at("/operations/" + index + "/" + e.field(), e.detail())));
        }
    }

    private Simulation result(@Nullable String policyOption, List<FunctionCoverage> before) {
        var gapsBefore = gaps(before);
        var gapsAfter = gaps(coverage);
        var overlapsBefore = overlaps(before);
        var overlapsAfter = overlaps(coverage);
        return new Simulation(
                policyOption,
                snapshot.day(),
                snapshot.registry().knownAt(),
                snapshot.registry().position().toString(),
                CoverageSummary.of(start, before),
                CoverageSummary.of(state, coverage),
                without(gapsBefore, gapsAfter),
                without(gapsAfter, gapsBefore),
                without(overlapsAfter, overlapsBefore),
                without(overlapsBefore, overlapsAfter),
                List.copyOf(institutions),
                List.copyOf(mandates),
                List.copyOf(capacities),
                shifts(start, state, institutions),
                List.copyOf(trace));
    }

    private static List<SimulatedCell> shifts(GovernanceState before, GovernanceState after, Set<String> institutions) {
        var shifts = new ArrayList<SimulatedCell>();
        for (var function : before.functions()) {
            for (var institution : institutions) {
                var first = CellSummary.of(before, function.id(), institution);
                var second = CellSummary.of(after, function.id(), institution);
                if (!first.equals(second)) {
                    shifts.add(new SimulatedCell(function.id(), institution, first, second));
                }
            }
        }
        return List.copyOf(shifts);
    }

    private static List<String> consequences(List<FunctionCoverage> before, List<FunctionCoverage> after) {
        var consequences = new ArrayList<String>();
        for (var i = 0; i < before.size(); i++) {
            var first = before.get(i);
            var second = after.get(i);
            if (first.classification() != second.classification()) {
                consequences.add(first.name() + ": " + EnumValues.of(first.classification()) + " becomes "
                        + EnumValues.of(second.classification()) + ".");
            }
            if (!first.leads().equals(second.leads())) {
                consequences.add(first.name() + ": led by " + leads(second) + " instead of " + leads(first) + ".");
            }
        }
        return List.copyOf(consequences);
    }

    private static String leads(FunctionCoverage function) {
        return function.leads().isEmpty() ? "no institution" : String.join(", ", function.leads());
    }

    private static Set<SimulatedGap> gaps(List<FunctionCoverage> functions) {
        var gaps = new LinkedHashSet<SimulatedGap>();
        for (var function : functions) {
            function.gaps().forEach(gap -> gaps.add(new SimulatedGap(gap.kind(), function.id(), gap.institution())));
        }
        return gaps;
    }

    private static Set<String> overlaps(List<FunctionCoverage> functions) {
        var overlaps = new LinkedHashSet<String>();
        functions.stream()
                .filter(function -> function.classification() == Classification.OVERLAP)
                .map(FunctionCoverage::id)
                .forEach(overlaps::add);
        return overlaps;
    }

    private static <T> List<T> without(Set<T> some, Set<T> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }
}
