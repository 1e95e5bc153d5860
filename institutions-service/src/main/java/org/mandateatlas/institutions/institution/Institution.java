package org.mandateatlas.institutions.institution;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.institutions.fact.Remark;
import org.mandateatlas.institutions.institution.InstitutionName.NameKind;
import org.mandateatlas.registry.Document;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.model.Filterable;
import org.mandateatlas.registry.model.SearchText;
import org.mandateatlas.registry.model.TimelineEntry;

/** A body with a role in the governance of migration. */
@Schema(description = "A body with a role in the governance of migration.")
@Term("org:Organization")
public record Institution(
        @Schema(examples = "iom") String id,
        @Schema(readOnly = true) @Nullable Integer version,
        @Schema(readOnly = true) @Nullable Instant recordedAt,

        @Schema(readOnly = true, description = "Latest official name, or the one on `validAt`; derived from `names`.")
        @Term("skos:prefLabel")
        String name,

        @Schema(readOnly = true, description = "Abbreviation; derived from `names`.", nullable = true)
        @Term("skos:altLabel")
        @Nullable String abbreviation,

        @Filterable @Term("org:classification") InstitutionKind kind,

        @Schema(description = "Summary in our own words.") @SearchText @Term("dcterms:description")
        String summary,

        @Schema(description = "Present and former names; at least one is official.", minItems = 1)
        List<InstitutionName> names,

        @Schema(description = "Relation to the UN system over time.")
        List<UnStatus> unStatus,

        @Schema(description = "Relations to other institutions.")
        List<Relation> relations,

        @Schema(description = "Numbers about it, by measure and date.")
        List<Figure> figures,

        @Schema(description = "Headquarters over time.") List<Headquarters> headquarters,

        @Schema(description = "Heads and other office holders.")
        List<OfficeHolder> officeHolders,

        @Schema(description = "Ids in other registries.") List<Identifier> identifiers,
        @Schema(description = "Other facts about it.") List<Remark> remarks,

        @Schema(description = "Period in which it existed.")
        @TimelineEntry(begin = "began", text = "{name} begins", end = "ended", endText = "{name} ends")
        Validity validity,

        List<Citation> citations)
        implements Document {

    public Institution {
        name = latest(names, NameKind.OFFICIAL).orElse(name == null ? id : name);
        abbreviation = latest(names, NameKind.ABBREVIATION).orElse(null);
    }

    private static Optional<String> latest(List<InstitutionName> names, NameKind kind) {
        return names.stream()
                .filter(name -> name.kind() == kind && name.validity() != null)
                .max(Comparator.comparing(
                                (InstitutionName name) -> name.validity().firstDay())
                        .thenComparing(name -> "en".equals(name.language())))
                .map(InstitutionName::value);
    }
}
