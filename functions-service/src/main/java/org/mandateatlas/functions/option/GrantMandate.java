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

/**
 * Charges an institution with functions.
 *
 * @param institution its id
 * @param title what the mandate is, in a phrase
 * @param functions ids of the functions that it covers
 * @param populations the people that it is for
 * @param note why, in our words
 */
@Schema(description = "Charges an institution with functions.")
public record GrantMandate(
        @Schema(description = "Id of the institution.", examples = "iom") @References("institution") @Filterable
        String institution,

        @Schema(description = "What the mandate is, in a phrase.") @SearchText
        String title,

        @Schema(description = "Ids of the functions.", minItems = 1, examples = "[\"coordination\"]")
        @References("function")
        @Filterable("function")
        List<String> functions,

        @Schema(description = "The people that it is for.") List<Population> populations,

        @Schema(description = "Why, in our words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public GrantMandate {
        functions = functions == null ? List.of() : List.copyOf(functions);
        populations = populations == null ? List.of() : List.copyOf(populations);
    }

    @Override
    public OperationType type() {
        return OperationType.GRANT_MANDATE;
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
