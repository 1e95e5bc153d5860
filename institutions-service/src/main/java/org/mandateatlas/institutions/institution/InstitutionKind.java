package org.mandateatlas.institutions.institution;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of institution. */
@Schema(description = "Kind of institution.")
public enum InstitutionKind {
    @JsonProperty("specialized-agency")
    SPECIALIZED_AGENCY,
    @JsonProperty("fund-or-programme")
    FUND_OR_PROGRAMME,
    @JsonProperty("un-organ")
    UN_ORGAN,
    @JsonProperty("un-secretariat")
    UN_SECRETARIAT,
    @JsonProperty("charter-body")
    CHARTER_BODY,
    @JsonProperty("treaty-body")
    TREATY_BODY,
    @JsonProperty("special-procedure")
    SPECIAL_PROCEDURE,
    @JsonProperty("intergovernmental-organization")
    INTERGOVERNMENTAL_ORGANIZATION,
    @JsonProperty("regional-organization")
    REGIONAL_ORGANIZATION,
    @JsonProperty("development-bank")
    DEVELOPMENT_BANK,
    @JsonProperty("commission")
    COMMISSION,
    @JsonProperty("programme")
    PROGRAMME,
    @JsonProperty("research-institute")
    RESEARCH_INSTITUTE,
    @JsonProperty("ngo")
    NGO,
    @JsonProperty("government")
    GOVERNMENT,
    @JsonProperty("league-of-nations-body")
    LEAGUE_OF_NATIONS_BODY,
    @JsonProperty("inter-agency-mechanism")
    INTER_AGENCY_MECHANISM
}
