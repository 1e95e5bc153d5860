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

/**
 * Makes an institution perform a function at a level.
 *
 * @param institution its id
 * @param function id of the function
 * @param level how far it is to perform the function
 * @param reason why not, or no more; as for a capacity
 * @param note why, in our words
 */
@Schema(description = "Makes an institution perform a function at a level.")
public record AssignCapacity(
        @Schema(description = "Id of the institution.", examples = "iom") @References("institution") @Filterable
        String institution,

        @Schema(description = "Id of the function.", examples = "policy-research") @References("function") @Filterable
        String function,

        @Schema(description = "How far it is to perform the function.")
        CapacityLevel level,

        @Schema(description = "Why not, or no more.", nullable = true) @Nullable AbsenceReason reason,

        @Schema(description = "Why, in our words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @Override
    public OperationType type() {
        return OperationType.ASSIGN_CAPACITY;
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
