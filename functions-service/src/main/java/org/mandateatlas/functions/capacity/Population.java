package org.mandateatlas.functions.capacity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Group of people that a capacity or a mandate is for, with the same values as for mandates. */
@Schema(description = "Group of people that a mandate is for.")
public enum Population {
    @Schema(description = "Migrants in general.")
    MIGRANTS,
    @Schema(description = "People who migrate for work, and their families.")
    MIGRANT_WORKERS,
    @Schema(description = "People who fled persecution or conflict across a border.")
    REFUGEES,
    @Schema(description = "People whose claim for asylum is not decided yet.")
    ASYLUM_SEEKERS,
    @Schema(description = "People displaced within their own country.")
    INTERNALLY_DISPLACED_PERSONS,
    @Schema(description = "People displaced by war or disaster, within or across borders.")
    DISPLACED_PERSONS,
    @Schema(description = "People who return to their country of origin.")
    RETURNEES,
    @Schema(description = "Victims of human trafficking.")
    TRAFFICKED_PERSONS,
    @Schema(description = "Migrants without authorization to enter or stay.")
    IRREGULAR_MIGRANTS,
    @Schema(description = "Women and girls who migrate.")
    WOMEN_MIGRANTS,
    @Schema(description = "People who cross borders temporarily to supply a service, as in GATS mode 4.")
    SERVICE_SUPPLIERS,
    @Schema(description = "Citizens of the European Union who move within it.")
    EU_CITIZENS,
    @Schema(description = "Communities that receive migrants or refugees.")
    HOST_COMMUNITIES,
    @Schema(description = "Communities of emigrants and their descendants.")
    DIASPORAS,
    @Schema(description = "States, as recipients of advice or services.")
    STATES
}
