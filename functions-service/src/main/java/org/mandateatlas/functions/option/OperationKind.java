package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Type of an operation. */
@Schema(description = "Type of an operation.")
public enum OperationKind {
    @Schema(description = "Creates an institution.")
    CREATE_INSTITUTION,
    @Schema(description = "Ends an institution with its mandates and capacities.")
    END_INSTITUTION,
    @Schema(description = "Transfers mandates from one institution to another.")
    TRANSFER_MANDATES,
    @Schema(description = "Grants a mandate to an institution.")
    GRANT_MANDATE,
    @Schema(description = "Assigns a capacity to an institution.")
    ASSIGN_CAPACITY,
    @Schema(description = "Designates an institution as lead of functions.")
    SET_LEAD,
    @Schema(description = "Changes the UN status of an institution.")
    SET_UN_STATUS
}
