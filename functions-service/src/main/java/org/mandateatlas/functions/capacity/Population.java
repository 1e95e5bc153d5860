package org.mandateatlas.functions.capacity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Group of people that a capacity or a mandate is for, with the same values as for mandates. */
@Schema(description = "Group of people that a mandate is for.")
public enum Population {
    @JsonProperty("migrants")
    MIGRANTS,
    @JsonProperty("migrant-workers")
    MIGRANT_WORKERS,
    @JsonProperty("refugees")
    REFUGEES,
    @JsonProperty("asylum-seekers")
    ASYLUM_SEEKERS,
    @JsonProperty("internally-displaced-persons")
    INTERNALLY_DISPLACED_PERSONS,
    @JsonProperty("displaced-persons")
    DISPLACED_PERSONS,
    @JsonProperty("returnees")
    RETURNEES,
    @JsonProperty("trafficked-persons")
    TRAFFICKED_PERSONS,
    @JsonProperty("irregular-migrants")
    IRREGULAR_MIGRANTS,
    @JsonProperty("women-migrants")
    WOMEN_MIGRANTS,
    @JsonProperty("service-suppliers")
    SERVICE_SUPPLIERS,
    @JsonProperty("eu-citizens")
    EU_CITIZENS,
    @JsonProperty("host-communities")
    HOST_COMMUNITIES,
    @JsonProperty("diasporas")
    DIASPORAS,
    @JsonProperty("states")
    STATES
}
