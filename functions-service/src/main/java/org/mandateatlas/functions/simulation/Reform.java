package org.mandateatlas.functions.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.functions.coverage.CellCapacity;
import org.mandateatlas.functions.coverage.CellMandate;
import org.mandateatlas.functions.coverage.Charge;
import org.mandateatlas.functions.coverage.GovernanceState;
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

/** What each kind of operation does to the world. */
final class Reform {

    private Reform() {}

    /**
     * Applies an operation.
     *
     * @throws Inapplicable when it cannot be applied to this world
     */
    static Effect apply(Operation operation, GovernanceState world) throws Inapplicable {
        return switch (operation) {
            case CreateInstitution create -> create(create, world);
            case EndInstitution end -> end(end, world);
            case TransferMandates transfer -> transfer(transfer, world);
            case GrantMandate grant -> grant(grant, world);
            case AssignCapacity assign -> assign(assign, world);
            case SetLead lead -> lead(lead, world);
            case SetUnStatus status -> status(status, world);
        };
    }

    private static Effect create(CreateInstitution create, GovernanceState world) throws Inapplicable {
        if (world.names(create.institution())) {
            throw new Inapplicable(
                    "institution",
                    "exists already on " + world.day() + ", or mandates and capacities name it: '"
                            + create.institution() + "'");
        }
        var status = create.unStatus() == null ? null : EnumValues.of(create.unStatus());
        var created = InstitutionState.of(create.institution(), create.name(), null, status);
        return new Effect(
                        world.with(created),
                        TraceWriter.name(created) + " is created"
                                + (status == null ? "" : ", in the UN system as " + status)
                                + ". It has no mandate and no capacity yet.")
                .touching(created.id());
    }

    private static Effect end(EndInstitution end, GovernanceState world) throws Inapplicable {
        var ended = institution("institution", end.institution(), world);
        var effect = new Effect(
                        world.without(ended.id()),
                        TraceWriter.name(ended) + " is ended, and with it "
                                + TraceWriter.count(mandates(ended.charges()).size(), "mandate") + " and "
                                + TraceWriter.count(ended.performances().size(), "capacity") + " that were left to it.")
                .touching(ended.id());
        ended.charges()
                .forEach(charge -> effect.touchingMandate(charge.mandate().id()));
        ended.performances()
                .forEach(performance ->
                        effect.touchingCapacity(performance.capacity().id()));
        return effect;
    }

    private static Effect transfer(TransferMandates transfer, GovernanceState world) throws Inapplicable {
        var from = institution("from", transfer.from(), world);
        var to = institution("to", transfer.to(), world);
        var functions = transfer.functions().isEmpty()
                ? world.functions().stream().map(function -> function.id()).toList()
                : functions(transfer.functions(), world);
        var going = from.charges().stream()
                .filter(charge -> charge.covers(functions))
                .map(charge -> charge.on(functions))
                .toList();
        if (going.isEmpty()) {
            throw new Inapplicable("from", "holds no mandate there on " + world.day() + ": '" + from.id() + "'");
        }
        var carried = transfer.capacities()
                ? from.performances().stream()
                        .filter(performance -> functions.contains(performance.function()))
                        .toList()
                : List.<Performance>of();
        var left = from.with(
                from.charges().stream()
                        .map(charge -> charge.without(functions))
                        .filter(charge -> !charge.functions().isEmpty())
                        .toList(),
                without(from.performances(), carried));
        var joined = to.with(merged(to.charges(), going), merge(to.performances(), carried));
        var effect = new Effect(
                        world.with(left).with(joined),
                        TraceWriter.count(mandates(going).size(), "mandate") + " of " + TraceWriter.name(from)
                                + (transfer.functions().isEmpty() ? "" : " on " + String.join(", ", functions))
                                + (going.size() == 1 ? " goes to " : " go to ") + TraceWriter.name(to)
                                + (transfer.capacities()
                                        ? ", with " + TraceWriter.count(carried.size(), "capacity") + "."
                                        : ", without any capacity."))
                .touching(from.id())
                .touching(to.id());
        going.forEach(charge -> effect.touchingMandate(charge.mandate().id()));
        carried.forEach(
                performance -> effect.touchingCapacity(performance.capacity().id()));
        return effect;
    }

    private static Effect grant(GrantMandate grant, GovernanceState world) throws Inapplicable {
        var institution = institution("institution", grant.institution(), world);
        var functions = functions(grant.functions(), world);
        var id = unused("granted-to-" + institution.id(), world);
        var charges = new ArrayList<>(institution.charges());
        charges.add(new Charge(new CellMandate(id, grant.title(), List.of()), functions));
        return new Effect(
                        world.with(institution.with(charges, institution.performances())),
                        TraceWriter.name(institution) + " is given a mandate, \"" + grant.title() + "\", for "
                                + String.join(", ", functions) + ".")
                .touching(institution.id())
                .touchingMandate(id);
    }

    /** Returns an id that no mandate has, also none that was granted and has moved on. */
    private static String unused(String prefix, GovernanceState world) {
        var used = world.coverage().stream()
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

    private static Effect assign(AssignCapacity assign, GovernanceState world) throws Inapplicable {
        var institution = institution("institution", assign.institution(), world);
        var function = functions("function", List.of(assign.function()), world).getFirst();
        var before = institution.performances().stream()
                .filter(performance -> performance.function().equals(function))
                .toList();
        var performances = new ArrayList<>(without(institution.performances(), before));
        var id = "assigned-to-" + institution.id() + "-" + function;
        var text = assign.note() == null ? "Assigned by the reform." : assign.note();
        performances.add(
                new Performance(function, new CellCapacity(id, assign.level(), assign.reason(), text, List.of())));
        var effect = new Effect(
                        world.with(institution.with(institution.charges(), performances)),
                        TraceWriter.name(institution)
                                + (assign.level() == CapacityLevel.NONE
                                        ? " does not perform " + function + because(assign.reason())
                                        : " performs " + function + " at the level " + EnumValues.of(assign.level())
                                                + because(assign.reason()))
                                + ".")
                .touching(institution.id())
                .touchingCapacity(id);
        before.forEach(
                performance -> effect.touchingCapacity(performance.capacity().id()));
        return effect;
    }

    private static String because(@org.jspecify.annotations.Nullable AbsenceReason reason) {
        return reason == null ? "" : " (" + EnumValues.of(reason) + ")";
    }

    private static Effect lead(SetLead lead, GovernanceState world) throws Inapplicable {
        var institution = institution("institution", lead.institution(), world);
        var functions = functions(lead.functions(), world);
        var changed = world;
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
                        performances.add(new Performance(function, steppedBack(performance.capacity())));
                    } else {
                        performances.add(performance);
                    }
                }
                changed = changed.with(other.with(other.charges(), performances));
            }
            changed = changed.designating(function, institution.id());
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
                .touching(institution.id());
        others.forEach(effect::touching);
        stepping.forEach(capacity -> effect.touchingCapacity(capacity.id()));
        return effect;
    }

    private static CellCapacity steppedBack(CellCapacity capacity) {
        return new CellCapacity(
                capacity.id(), CapacityLevel.SUBSTANTIAL, capacity.reason(), capacity.text(), capacity.citations());
    }

    private static Effect status(SetUnStatus set, GovernanceState world) throws Inapplicable {
        var institution = institution("institution", set.institution(), world);
        var status = EnumValues.of(set.status());
        return new Effect(
                        world.with(institution.withUnStatus(status)),
                        TraceWriter.name(institution) + ", so far "
                                + (institution.unStatus() == null
                                        ? "of no known status in the UN system"
                                        : institution.unStatus())
                                + ", becomes " + status + ". Its mandates and capacities stay what they are.")
                .touching(institution.id());
    }

    private static InstitutionState institution(String field, String id, GovernanceState world) throws Inapplicable {
        return world.institution(id)
                .orElseThrow(() -> new Inapplicable(field, "does not exist on " + world.day() + ": '" + id + "'"));
    }

    private static List<String> functions(List<String> ids, GovernanceState world) throws Inapplicable {
        return functions("functions", ids, world);
    }

    private static List<String> functions(String field, List<String> ids, GovernanceState world) throws Inapplicable {
        for (var id : ids) {
            if (!world.hasFunction(id)) {
                throw new Inapplicable(field, "is no function: '" + id + "'");
            }
        }
        return ids;
    }

    private static List<String> mandates(List<Charge> charges) {
        return charges.stream().map(charge -> charge.mandate().id()).distinct().toList();
    }

    private static List<Performance> without(List<Performance> all, List<Performance> some) {
        return all.stream().filter(performance -> !some.contains(performance)).toList();
    }

    private static List<Performance> merge(List<Performance> some, List<Performance> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Two parts of one mandate that come together are one again. */
    private static List<Charge> merged(List<Charge> some, List<Charge> more) {
        var merged = new ArrayList<>(some);
        for (var charge : more) {
            var known = merged.stream()
                    .filter(other ->
                            other.mandate().id().equals(charge.mandate().id()))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                merged.add(charge);
            } else {
                merged.remove(known);
                merged.add(new Charge(
                        known.mandate(),
                        Stream.concat(known.functions().stream(), charge.functions().stream())
                                .distinct()
                                .toList()));
            }
        }
        return merged;
    }
}
