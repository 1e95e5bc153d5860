package org.mandateatlas.functions.option;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** Changes the UN status of an institution. */
@Schema(description = "Changes the UN status of an institution.")
public record SetUnStatus(
        @Schema(description = "Institution id.", examples = "iom") @References("institution") @Filterable
        String institution,

        @Schema(description = "UN status.") UnStatusKind status,

        @Schema(description = "Reason for the operation, in our own words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @Override
    public OperationKind type() {
        return OperationKind.SET_UN_STATUS;
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
