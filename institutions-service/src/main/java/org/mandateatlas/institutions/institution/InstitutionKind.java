package org.mandateatlas.institutions.institution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kind of institution. */
@Schema(description = "Kind of institution.")
public enum InstitutionKind {
    @Schema(description = "Specialized agency of the UN.")
    SPECIALIZED_AGENCY,
    @Schema(description = "Fund or programme of the UN.")
    FUND_OR_PROGRAMME,
    @Schema(description = "Principal or subsidiary organ of the UN.")
    UN_ORGAN,
    @Schema(description = "Department or office of the UN Secretariat.")
    UN_SECRETARIAT,
    @Schema(description = "Deliberative body based on a charter, such as the Human Rights Council.")
    CHARTER_BODY,
    @Schema(description = "Committee that supervises a human rights treaty.")
    TREATY_BODY,
    @Schema(description = "Independent human rights expert, such as a special rapporteur.")
    SPECIAL_PROCEDURE,
    @Schema(description = "Organization of states outside the other kinds.")
    INTERGOVERNMENTAL_ORGANIZATION,
    @Schema(description = "Organization of the states of a region.")
    REGIONAL_ORGANIZATION,
    @Schema(description = "Multilateral development bank.")
    DEVELOPMENT_BANK,
    @Schema(description = "Commission appointed to study and advise.")
    COMMISSION,
    @Schema(description = "Programme of another institution.")
    PROGRAMME,
    @Schema(description = "Research institute or university centre.")
    RESEARCH_INSTITUTE,
    @Schema(description = "Non-governmental organization.")
    NGO,
    @Schema(description = "Government or ministry of a state.")
    GOVERNMENT,
    @Schema(description = "Body of the League of Nations.")
    LEAGUE_OF_NATIONS_BODY,
    @Schema(description = "Standing mechanism of several agencies.")
    INTER_AGENCY_MECHANISM
}
