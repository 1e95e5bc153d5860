package org.mandateatlas.functions.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.time.Validity.Status;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.functions.coverage.CellCapacity;
import org.mandateatlas.functions.coverage.CellMandate;
import org.mandateatlas.functions.coverage.GovernanceState;
import org.mandateatlas.functions.coverage.HeldMandate;
import org.mandateatlas.functions.coverage.InstitutionState;
import org.mandateatlas.functions.coverage.Performance;
import org.mandateatlas.functions.option.AssignCapacity;
import org.mandateatlas.functions.option.CreateInstitution;
import org.mandateatlas.functions.option.EndInstitution;
import org.mandateatlas.functions.option.GrantMandate;
import org.mandateatlas.functions.option.Operation;
import org.mandateatlas.functions.option.SetLead;
import org.mandateatlas.functions.option.SetUnStatus;
import org.mandateatlas.functions.option.TransferMandates;

/** Applies operations to a state. */
final class OperationApplier {

    private OperationApplier() {}

    /**
     * Applies an operation.
     *
     * @throws InapplicableOperationException if it cannot be applied to the state
     */
    static Effect apply(Operation operation, GovernanceState state) throws InapplicableOperationException {
        return switch (operation) {
            case CreateInstitution create -> create(create, state);
            case EndInstitution end -> end(end, state);
            case TransferMandates transfer -> transfer(transfer, state);
            case GrantMandate grant -> grant(grant, state);
            case AssignCapacity assign -> assign(assign, state);
            case SetLead lead -> lead(lead, state);
            case SetUnStatus status -> status(status, state);
        };
    }

    private static Effect create(CreateInstitution create, GovernanceState state)
            throws InapplicableOperationException {
        if (state.names(create.institution())) {
            throw new InapplicableOperationException(
                    "institution",
                    "already exists on " + state.day() + ", or is named by mandates or capacities: '"
                            + create.institution() + "'");
        }
        var status = create.unStatus() == null ? null : EnumValues.of(create.unStatus());
        var created = state.newInstitution(create.institution(), create.name(), status);
        return new Effect(
                        state.with(created),
                        TraceWriter.name(created) + " is created"
                                + (status == null ? "" : ", in the UN system as " + status)
                                + ". It has no mandate and no capacity yet.")
                .withInstitution(created.id());
    }

    private static Effect end(EndInstitution end, GovernanceState state) throws InapplicableOperationException {
        var ended = institution("institution", end.institution(), state);
        var effect = new Effect(
                        state.without(ended.id()),
                        TraceWriter.name(ended) + " is ended, and with it "
                                + TraceWriter.count(
                                        mandates(ended.heldMandates()).size(), "mandate") + " and "
                                + TraceWriter.count(ended.performances().size(), "capacity") + " that it still has.")
                .withInstitution(ended.id());
        ended.heldMandates().forEach(held -> effect.withMandate(held.mandate().id()));
        ended.performances()
                .forEach(performance ->
                        effect.withCapacity(performance.capacity().id()));
        return effect;
    }

    private static Effect transfer(TransferMandates transfer, GovernanceState state)
            throws InapplicableOperationException {
        var from = institution("from", transfer.from(), state);
        var to = institution("to", transfer.to(), state);
        var functions = transfer.functions().isEmpty()
                ? state.functions().stream().map(function -> function.id()).toList()
                : functions(transfer.functions(), state);
        var going = from.heldMandates().stream()
                .filter(held -> held.covers(functions))
                .map(held -> held.on(functions))
                .toList();
        if (going.isEmpty()) {
            throw new InapplicableOperationException(
                    "from", "holds no such mandate on " + state.day() + ": '" + from.id() + "'");
        }
        var carried = transfer.capacities()
                ? from.performances().stream()
                        .filter(performance -> functions.contains(performance.function()))
                        .toList()
                : List.<Performance>of();
        var left = from.with(
                from.heldMandates().stream()
                        .map(held -> held.without(functions))
                        .filter(held -> !held.functions().isEmpty())
                        .toList(),
                without(from.performances(), carried));
        var joined = to.with(merged(to.heldMandates(), going), merge(to.performances(), carried));
        var effect = new Effect(
                        state.with(left).with(joined),
                        TraceWriter.count(mandates(going).size(), "mandate") + " of " + TraceWriter.name(from)
                                + (transfer.functions().isEmpty() ? "" : " on " + String.join(", ", functions))
                                + (going.size() == 1 ? " goes to " : " go to ") + TraceWriter.name(to)
                                + (transfer.capacities()
                                        ? ", with " + TraceWriter.count(carried.size(), "capacity") + "."
                                        : ", without any capacity."))
                .withInstitution(from.id())
                .withInstitution(to.id());
        going.forEach(held -> effect.withMandate(held.mandate().id()));
        carried.forEach(
                performance -> effect.withCapacity(performance.capacity().id()));
        return effect;
    }

    private static Effect grant(GrantMandate grant, GovernanceState state) throws InapplicableOperationException {
        var institution = institution("institution", grant.institution(), state);
        var functions = functions(grant.functions(), state);
        var id = unused("granted-to-" + institution.id(), state);
        var heldMandates = new ArrayList<>(institution.heldMandates());
        heldMandates.add(new HeldMandate(new CellMandate(id, grant.title(), Status.CURRENT, List.of()), functions));
        return new Effect(
                        state.with(institution.with(heldMandates, institution.performances())),
                        TraceWriter.name(institution) + " receives a mandate, \"" + grant.title() + "\", for "
                                + String.join(", ", functions) + ".")
                .withInstitution(institution.id())
                .withMandate(id);
    }

    /** Returns an unused mandate id. */
    private static String unused(String prefix, GovernanceState state) {
        var used = state.coverage().stream()
                .flatMap(function -> function.cells().stream())
                .flatMap(cell -> cell.mandates().stream())
                .map(CellMandate::id)
                .collect(Collectors.toSet());
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> prefix + "-" + number)
                .filter(id -> !used.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static Effect assign(AssignCapacity assign, GovernanceState state) throws InapplicableOperationException {
        var institution = institution("institution", assign.institution(), state);
        var function = functions("function", List.of(assign.function()), state).getFirst();
        var before = institution.performances().stream()
                .filter(performance -> performance.function().equals(function))
                .toList();
        var performances = new ArrayList<>(without(institution.performances(), before));
        var id = "assigned-to-" + institution.id() + "-" + function;
        var text = assign.note() == null ? "Assigned by the simulation." : assign.note();
        performances.add(new Performance(function, CellCapacity.assigned(id, assign.level(), assign.reason(), text)));
        var effect = new Effect(
                        state.with(institution.with(institution.heldMandates(), performances)),
                        TraceWriter.name(institution)
                                + (assign.level() == CapacityLevel.NONE
                                        ? " does not perform " + function + because(assign.reason())
                                        : " performs " + function + " at the level " + EnumValues.of(assign.level())
                                                + because(assign.reason()))
                                + ".")
                .withInstitution(institution.id())
                .withCapacity(id);
        before.forEach(performance -> effect.withCapacity(performance.capacity().id()));
        return effect;
    }

    private static String because(@Nullable AbsenceReason reason) {
        return reason == null ? "" : " (" + EnumValues.of(reason) + ")";
    }

    private static Effect lead(SetLead lead, GovernanceState state) throws InapplicableOperationException {
        var institution = institution("institution", lead.institution(), state);
        var functions = functions(lead.functions(), state);
        var changed = state;
        var stepping = new ArrayList<CellCapacity>();
        var others = new ArrayList<String>();
        for (var function : functions) {
            for (var id : changed.leads(function)) {
                var other = changed.institution(id).orElse(null);
                if (other == null || id.equals(institution.id())) {
                    continue;
                }
                others.add(id);
                var performances = new ArrayList<Performance>();
                for (var performance : other.performances()) {
                    if (performance.function().equals(function)
                            && performance.capacity().level().leads()) {
                        stepping.add(performance.capacity());
                        performances.add(
                                new Performance(function, performance.capacity().at(CapacityLevel.SUBSTANTIAL)));
                    } else {
                        performances.add(performance);
                    }
                }
                changed = changed.with(other.with(other.heldMandates(), performances));
            }
            changed = changed.withLead(function, institution.id());
        }
        var effect = new Effect(
                        changed,
                        TraceWriter.name(institution) + " is designated lead of " + String.join(", ", functions) + "."
                                + (others.isEmpty()
                                        ? ""
                                        : " "
                                                + String.join(
                                                        ", ",
                                                        others.stream()
                                                                .distinct()
                                                                .toList())
                                                + (others.stream().distinct().count() == 1 ? " steps" : " step")
                                                + " back.")
                                + " That gives it no capacity.")
                .withInstitution(institution.id());
        others.forEach(effect::withInstitution);
        stepping.forEach(capacity -> effect.withCapacity(capacity.id()));
        return effect;
    }

    private static Effect status(SetUnStatus set, GovernanceState state) throws InapplicableOperationException {
        var institution = institution("institution", set.institution(), state);
        var status = EnumValues.of(set.status());
        return new Effect(
                        state.with(institution.withUnStatus(status)),
                        TraceWriter.name(institution) + ", so far "
                                + (institution.unStatus() == null
                                        ? "of no known status in the UN system"
                                        : institution.unStatus())
                                + ", becomes " + status + ". Its mandates and capacities stay what they are.")
                .withInstitution(institution.id());
    }

    private static InstitutionState institution(String field, String id, GovernanceState state)
            throws InapplicableOperationException {
        return state.institution(id)
                .orElseThrow(() -> new InapplicableOperationException(
                        field, "does not exist on " + state.day() + ": '" + id + "'"));
    }

    private static List<String> functions(List<String> ids, GovernanceState state)
            throws InapplicableOperationException {
        return functions("functions", ids, state);
    }

    private static List<String> functions(String field, List<String> ids, GovernanceState state)
            throws InapplicableOperationException {
        for (var id : ids) {
            if (!state.hasFunction(id)) {
                throw new InapplicableOperationException(field, "is not a function: '" + id + "'");
            }
        }
        return ids;
    }

    private static List<String> mandates(List<HeldMandate> heldMandates) {
        return heldMandates.stream().map(held -> held.mandate().id()).distinct().toList();
    }

    private static List<Performance> without(List<Performance> all, List<Performance> some) {
        return all.stream().filter(performance -> !some.contains(performance)).toList();
    }

    private static List<Performance> merge(List<Performance> some, List<Performance> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Merges parts of the same mandate. */
    private static List<HeldMandate> merged(List<HeldMandate> some, List<HeldMandate> more) {
        var merged = new ArrayList<>(some);
        for (var held : more) {
            var known = merged.stream()
                    .filter(other -> other.mandate().id().equals(held.mandate().id()))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                merged.add(held);
            } else {
                merged.remove(known);
                merged.add(new HeldMandate(
                        known.mandate(),
                        Stream.concat(known.functions().stream(), held.functions().stream())
                                .distinct()
                                .toList()));
            }
        }
        return merged;
    }
}
