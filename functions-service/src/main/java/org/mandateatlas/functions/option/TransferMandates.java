package org.mandateatlas.functions.option;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** Transfers mandates from one institution to another. */
@Schema(description = "Transfers mandates from one institution to another.")
public record TransferMandates(
        @Schema(description = "Id of the current holder.", examples = "unhcr")
        @References("institution")
        @Filterable("institution")
        String from,

        @Schema(description = "Id of the new holder.", examples = "iom")
        @References("institution")
        @Filterable("institution")
        String to,

        @Schema(
                description = "Ids of the functions whose mandates are transferred; empty for all.",
                examples = "[\"rights-protection\"]")
        @References("function")
        @Filterable("function")
        List<String> functions,

        @Schema(description = "Whether capacities in these functions are transferred as well.")
        boolean capacities,

        @Schema(description = "Reason for the operation, in our own words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @Override
    public OperationKind type() {
        return OperationKind.TRANSFER_MANDATES;
    }

    @Override
    public void check(String pointer, Violations violations) {
        Named.checkIds(names(pointer), violations);
        Named.checkOnce(pointer, functions, violations);
        if (from.equals(to)) {
            violations.add(pointer + "/to", "must differ from the current holder");
        }
    }

    @Override
    public List<Reference> names(String pointer) {
        return Named.at(pointer)
                .institution("from", from)
                .institution("to", to)
                .functions(functions)
                .list();
    }
}
