package org.mandateatlas.functions.option;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.References;
import org.mandateatlas.registry.model.SearchText;

/**
 * Gives the mandates of one institution to another.
 *
 * @param from id of the institution that has them
 * @param to id of the institution that is to have them
 * @param functions ids of the functions whose mandates are transferred; none for all
 * @param capacities whether its capacities in these functions go with them
 * @param note why, in our words
 */
@Schema(description = "Gives the mandates of one institution to another.")
public record TransferMandates(
        @Schema(description = "Id of the institution that has them.", examples = "unhcr")
        @References("institution")
        @Filterable("institution")
        String from,

        @Schema(description = "Id of the institution that is to have them.", examples = "iom")
        @References("institution")
        @Filterable("institution")
        String to,

        @Schema(
                description = "Ids of the functions whose mandates are transferred; all if there are none.",
                examples = "[\"rights-protection\"]")
        @References("function")
        @Filterable("function")
        List<String> functions,

        @Schema(description = "Whether its capacities in these functions go with them.")
        boolean capacities,

        @Schema(description = "Why, in our words.", nullable = true) @SearchText @Nullable String note)
        implements Operation {

    @SuppressWarnings({"NullAway", "ConstantValue"}) // readers of JSON leave out what is empty
    public TransferMandates {
        functions = functions == null ? List.of() : List.copyOf(functions);
    }

    @Override
    public OperationType type() {
        return OperationType.TRANSFER_MANDATES;
    }

    @Override
    public void check(String pointer, Violations violations) {
        Named.checkIds(names(pointer), violations);
        Named.checkOnce(pointer, functions, violations);
        if (from.equals(to)) {
            violations.add(pointer + "/to", "is the institution that has them");
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
