package org.mandateatlas.functions.option;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Type of an operation. */
@Schema(description = "Type of an operation.")
public enum OperationType {
    @JsonProperty("create-institution")
    CREATE_INSTITUTION,
    @JsonProperty("end-institution")
    END_INSTITUTION,
    @JsonProperty("transfer-mandates")
    TRANSFER_MANDATES,
    @JsonProperty("grant-mandate")
    GRANT_MANDATE,
    @JsonProperty("assign-capacity")
    ASSIGN_CAPACITY,
    @JsonProperty("set-lead")
    SET_LEAD,
    @JsonProperty("set-un-status")
    SET_UN_STATUS
}
