package org.mandateatlas.functions.simulation;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.functions.coverage.RegistrySnapshotArbitraries;
import org.mandateatlas.functions.option.AssignCapacity;
import org.mandateatlas.functions.option.CreateInstitution;
import org.mandateatlas.functions.option.EndInstitution;
import org.mandateatlas.functions.option.GrantMandate;
import org.mandateatlas.functions.option.Operation;
import org.mandateatlas.functions.option.SetLead;
import org.mandateatlas.functions.option.SetUnStatus;
import org.mandateatlas.functions.option.TransferMandates;
import org.mandateatlas.functions.option.UnStatusKind;

/** Operations on small worlds, not all of which can be applied. */
class AnyReforms extends DomainContextBase {

    /**
     * Two operations that have neither an institution nor a function in common.
     *
     * @param one the one
     * @param other the other
     */
    record Independent(Operation one, Operation other) {}

    @Provide
    Arbitrary<Independent> independent() {
        return Combinators.combine(
                        operations(
                                RegistrySnapshotArbitraries.INSTITUTIONS.subList(0, 2),
                                "new-one",
                                RegistrySnapshotArbitraries.FUNCTIONS.subList(0, 2)),
                        operations(
                                RegistrySnapshotArbitraries.INSTITUTIONS.subList(2, 4),
                                "new-other",
                                RegistrySnapshotArbitraries.FUNCTIONS.subList(2, 4)))
                .as(Independent::new);
    }

    @Provide
    Arbitrary<Operation> operation() {
        return operations(RegistrySnapshotArbitraries.INSTITUTIONS, "new-one", RegistrySnapshotArbitraries.FUNCTIONS);
    }

    private static Arbitrary<Operation> operations(List<String> institutions, String created, List<String> functions) {
        var institution = Arbitraries.of(institutions);
        var some = Arbitraries.of(functions).set().ofMinSize(1).map(List::copyOf);
        return Arbitraries.<Operation>oneOf(List.of(
                operation(Arbitraries.just(created), id -> new CreateInstitution(id, "New", null, null)),
                operation(institution, id -> new EndInstitution(id, null)),
                operation(institution, id -> new SetUnStatus(id, UnStatusKind.SECRETARIAT, null)),
                Combinators.combine(institution, some)
                        .as((id, wanted) -> new GrantMandate(id, "To do more", wanted, List.of(), null)),
                Combinators.combine(institution, some).as((id, wanted) -> new SetLead(id, wanted, null)),
                Combinators.combine(institution, Arbitraries.of(functions), Arbitraries.of(CapacityLevel.class))
                        .as((id, function, level) -> new AssignCapacity(
                                id, function, level, level.performs() ? null : AbsenceReason.DECLINED, null)),
                Combinators.combine(
                                institution.tuple2().filter(pair -> !pair.get1().equals(pair.get2())),
                                some,
                                Arbitraries.of(true, false))
                        .as((pair, wanted, capacities) ->
                                new TransferMandates(pair.get1(), pair.get2(), wanted, capacities, null))));
    }

    private static Arbitrary<Operation> operation(Arbitrary<String> institution, Function<String, Operation> made) {
        return institution.map(made);
    }
}
