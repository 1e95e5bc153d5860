package org.mandateatlas.functions.option;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.functions.capacity.Population;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/** Grants a mandate to an institution. */
@Schema(description = "Grants a mandate to an institution.")
public record GrantMandate(
        @Schema(description = "Institution id.", examples = "iom") @References("institution") @Filterable
        String institution,

        @Schema(description = "Title of the mandate.") @SearchText
        String title,

        @Schema(description = "Function ids.", minItems = 1, examples = "[\"coordination\"]")
        @References("function")
        @Filterable("function")
        List<String> functions,

        @Schema(description = "Beneficiaries.") List<Population> populations,

        @Schema(description = "Reason for the operation, in our own words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @Override
    public OperationKind type() {
        return OperationKind.GRANT_MANDATE;
    }

    @Override
    public void check(String pointer, Violations violations) {
        Named.checkIds(names(pointer), violations);
        Named.checkSome(pointer, functions, violations);
        Named.checkOnce(pointer, functions, violations);
    }

    @Override
    public List<Reference> names(String pointer) {
        return Named.at(pointer)
                .institution("institution", institution)
                .functions(functions)
                .list();
    }
}
