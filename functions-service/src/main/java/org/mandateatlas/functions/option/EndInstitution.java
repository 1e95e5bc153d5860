package org.mandateatlas.functions.option;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** Ends an institution with its mandates and capacities. */
@Schema(description = "Ends an institution with its mandates and capacities.")
public record EndInstitution(
        @Schema(description = "Institution id.", examples = "iom") @References("institution") @Filterable
        String institution,

        @Schema(description = "Reason for the operation, in our own words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @Override
    public OperationKind type() {
        return OperationKind.END_INSTITUTION;
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
