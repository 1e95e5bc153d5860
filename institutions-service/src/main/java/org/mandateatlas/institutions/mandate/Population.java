package org.mandateatlas.institutions.mandate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Group of people that a mandate is for. */
@Schema(description = "Group of people that a mandate is for.")
public enum Population {
    MIGRANTS,
    MIGRANT_WORKERS,
    REFUGEES,
    ASYLUM_SEEKERS,
    INTERNALLY_DISPLACED_PERSONS,
    DISPLACED_PERSONS,
    RETURNEES,
    TRAFFICKED_PERSONS,
    IRREGULAR_MIGRANTS,
    WOMEN_MIGRANTS,
    SERVICE_SUPPLIERS,
    EU_CITIZENS,
    HOST_COMMUNITIES,
    DIASPORAS,
    STATES
}
