package org.mandateatlas.functions.option;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Type of an operation. */
@Schema(description = "Type of an operation.")
public enum OperationType {
    CREATE_INSTITUTION,
    END_INSTITUTION,
    TRANSFER_MANDATES,
    GRANT_MANDATE,
    ASSIGN_CAPACITY,
    SET_LEAD,
    SET_UN_STATUS
}
