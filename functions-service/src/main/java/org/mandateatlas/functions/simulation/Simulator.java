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
import org.mandateatlas.functions.coverage.CellSummary;
import org.mandateatlas.functions.coverage.Classification;
import org.mandateatlas.functions.coverage.FunctionCoverage;
import org.mandateatlas.functions.coverage.GovernanceState;
import org.mandateatlas.functions.coverage.Moment;
import org.mandateatlas.functions.option.Operation;

/** Applies operations one after the other and tells what that changes. */
final class Simulator {

    private final Moment moment;
    private final GovernanceState start;
    private final List<Step> trace = new ArrayList<>();
    private final TreeSet<String> institutions = new TreeSet<>();
    private final TreeSet<String> mandates = new TreeSet<>();
    private final TreeSet<String> capacities = new TreeSet<>();
    private GovernanceState world;
    private List<FunctionCoverage> covered;

    private Simulator(Moment moment) {
        this.moment = moment;
        this.start = moment.world();
        this.world = start;
        this.covered = start.coverage();
    }

    /**
     * Simulates.
     *
     * @param policyOption the option that the operations are of; null for a caller's own
     * @throws ProblemException 422 naming the first operation that cannot be applied
     */
    static Simulation simulate(Moment moment, @Nullable String policyOption, List<Operation> operations) {
        var simulator = new Simulator(moment);
        var before = simulator.covered;
        for (var i = 0; i < operations.size(); i++) {
            simulator.step(i, operations.get(i));
        }
        return simulator.result(policyOption, before);
    }

    private void step(int index, Operation operation) {
        var effect = effect(index, operation);
        var next = effect.world().coverage();
        trace.add(new Step(
                index + 1,
                operation,
                effect.text(),
                consequences(covered, next),
                List.copyOf(effect.institutions()),
                List.copyOf(effect.mandates()),
                List.copyOf(effect.capacities()),
                shifts(world, effect.world(), effect.institutions())));
        institutions.addAll(effect.institutions());
        mandates.addAll(effect.mandates());
        capacities.addAll(effect.capacities());
        world = effect.world();
        covered = next;
    }

    private Effect effect(int index, Operation operation) {
        try {
            return Reform.apply(operation, world);
        } catch (Inapplicable e) {
            throw new ProblemException(
                    ProblemType.RULE_VIOLATED,
                    "Step " + (index + 1) + ", " + EnumValues.of(operation.type()) + ", cannot be applied.",
                    List.of(Violation.at("/operations/" + index + "/" + e.field(), e.detail())));
        }
    }

    private Simulation result(@Nullable String policyOption, List<FunctionCoverage> before) {
        var gapsBefore = gaps(before);
        var gapsAfter = gaps(covered);
        var overlapsBefore = overlaps(before);
        var overlapsAfter = overlaps(covered);
        return new Simulation(
                policyOption,
                moment.day(),
                moment.known().knownAt(),
                moment.known().position().toString(),
                Arrangement.of(start, before),
                Arrangement.of(world, covered),
                without(gapsBefore, gapsAfter),
                without(gapsAfter, gapsBefore),
                without(overlapsAfter, overlapsBefore),
                without(overlapsBefore, overlapsAfter),
                List.copyOf(institutions),
                List.copyOf(mandates),
                List.copyOf(capacities),
                shifts(start, world, institutions),
                List.copyOf(trace));
    }

    private static List<CellShift> shifts(GovernanceState before, GovernanceState after, Set<String> institutions) {
        var shifts = new ArrayList<CellShift>();
        for (var function : before.functions()) {
            for (var institution : institutions) {
                var first = CellSummary.of(before, function.id(), institution);
                var second = CellSummary.of(after, function.id(), institution);
                if (!first.equals(second)) {
                    shifts.add(new CellShift(function.id(), institution, first, second));
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
        return function.leads().isEmpty() ? "nobody" : String.join(", ", function.leads());
    }

    private static Set<GapShift> gaps(List<FunctionCoverage> functions) {
        var gaps = new LinkedHashSet<GapShift>();
        for (var function : functions) {
            function.missing().forEach(gap -> gaps.add(new GapShift(gap.kind(), function.id(), gap.institution())));
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
