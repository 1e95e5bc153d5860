package org.mandateatlas.functions.option;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.functions.capacity.AbsenceReason;
import org.mandateatlas.functions.capacity.CapacityLevel;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** Assigns a capacity to an institution. */
@Schema(description = "Assigns a capacity to an institution.")
public record AssignCapacity(
        @Schema(description = "Institution id.", examples = "iom") @References("institution") @Filterable
        String institution,

        @Schema(description = "Function id.", examples = "policy-research") @References("function") @Filterable
        String function,

        @Schema(description = "Level of performance.") CapacityLevel level,

        @Schema(
                description =
                        "Reason for a limited or absent performance. Required if `level` is `none`; not allowed if it is `lead` or `substantial`.",
                nullable = true)
        @Nullable AbsenceReason reason,

        @Schema(description = "Reason for the operation, in our own words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @Override
    public OperationKind type() {
        return OperationKind.ASSIGN_CAPACITY;
    }

    @Override
    public void check(String pointer, Violations violations) {
        Named.checkIds(names(pointer), violations);
        level.checkReason(pointer, reason, violations);
    }

    @Override
    public List<Reference> names(String pointer) {
        return Named.at(pointer)
                .institution("institution", institution)
                .function(function)
                .list();
    }
}
