package org.mandateatlas.functions.option;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** Creates an institution. */
@Schema(description = "Creates an institution.")
public record CreateInstitution(
        @Schema(description = "Id of the new institution; must be unused.", examples = "world-migration-organization")
        @References("institution")
        @Filterable
        String institution,

        @Schema(description = "Name of the institution.", examples = "World Migration Organization") @SearchText
        String name,

        @Schema(description = "UN status.", nullable = true) @Nullable UnStatusKind unStatus,

        @Schema(description = "Reason for the operation, in our own words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @Override
    public OperationKind type() {
        return OperationKind.CREATE_INSTITUTION;
    }

    @Override
    public void check(String pointer, Violations violations) {
        Named.checkIds(names(pointer), violations);
    }

    @Override
    public List<Reference> names(String pointer) {
        return Named.at(pointer).institution("institution", institution).list();
    }
}
