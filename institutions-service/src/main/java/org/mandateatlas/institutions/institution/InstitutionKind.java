package org.mandateatlas.institutions.institution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of institution. */
@Schema(description = "Kind of institution.")
public enum InstitutionKind {
    SPECIALIZED_AGENCY,
    FUND_OR_PROGRAMME,
    UN_ORGAN,
    UN_SECRETARIAT,
    CHARTER_BODY,
    TREATY_BODY,
    SPECIAL_PROCEDURE,
    INTERGOVERNMENTAL_ORGANIZATION,
    REGIONAL_ORGANIZATION,
    DEVELOPMENT_BANK,
    COMMISSION,
    PROGRAMME,
    RESEARCH_INSTITUTE,
    NGO,
    GOVERNMENT,
    LEAGUE_OF_NATIONS_BODY,
    INTER_AGENCY_MECHANISM
}
