package org.mandateatlas.institutions.institution;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.institutions.fact.Overlaps;
import org.mandateatlas.institutions.institution.InstitutionName.NameKind;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;
import org.mandateatlas.registry.timeline.TimelineBuilder;

/** The document type of institutions. */
@Singleton
public class Institutions implements DocumentType<Institution> {

    @Override
    public String stream() {
        return "institution";
    }

    @Override
    public String collection() {
        return "institutions";
    }

    @Override
    public Class<Institution> record() {
        return Institution.class;
    }

    @Override
    public void check(Institution institution, Violations violations) {
        if (institution.names().stream().noneMatch(name -> name.kind() == NameKind.OFFICIAL)) {
            violations.add("/names", "must contain an official name");
        }
        Overlaps.check("/names", institution.names(), name -> List.of(name.kind(), name.language()), violations);
        Overlaps.check("/unStatus", institution.unStatus(), status -> true, violations);
        Figure.check(institution.figures(), violations);
        Identifier.check(institution.identifiers(), violations);
        checkCodes(institution, violations);
    }

    private static void checkCodes(Institution institution, Violations violations) {
        for (var i = 0; i < institution.names().size(); i++) {
            if (!Codes.isLanguage(institution.names().get(i).language())) {
                violations.add("/names/" + i + "/language", "is not a language code (BCP 47) such as en");
            }
        }
        for (var i = 0; i < institution.headquarters().size(); i++) {
            if (!Codes.isCountry(institution.headquarters().get(i).country())) {
                violations.add(
                        "/headquarters/" + i + "/country", "is not a country code (ISO 3166-1 alpha-2) such as CH");
            }
        }
    }

    @Override
    public List<Facet> facets(Institution institution) {
        var facets = new ArrayList<>(DocumentType.super.facets(institution));
        institution.identifiers().forEach(identifier -> facets.add(Facet.of(Identifier.FACET, identifier.term())));
        return facets;
    }

    @Override
    public List<String> sameAs(Institution institution) {
        return institution.identifiers().stream().flatMap(Identifier::iri).toList();
    }

    @Override
    public int searchRank() {
        return 0;
    }

    /** A name and the abbreviation that comes with it are one entry. */
    @Override
    public void timeline(Institution institution, TimelineBuilder timeline) {
        timeline.addDeclared();
        var abbreviations = new ArrayList<>(institution.names());
        abbreviations.removeIf(name -> name.kind() == NameKind.OFFICIAL);
        for (var name : institution.names()) {
            if (name.kind() == NameKind.OFFICIAL) {
                var abbreviation = abbreviations.stream()
                        .filter(other -> other.language().equals(name.language())
                                && Objects.equals(
                                        other.validity().from(), name.validity().from()))
                        .findFirst();
                abbreviation.ifPresent(abbreviations::remove);
                var brief =
                        abbreviation.map(other -> " (" + other.value() + ")").orElse("");
                addName(timeline, name, "Named " + name.value() + brief);
            }
        }
        abbreviations.forEach(name -> addName(timeline, name, "Named " + name.value() + " for short"));
    }

    private static void addName(TimelineBuilder timeline, InstitutionName name, String text) {
        timeline.add(name.validity().from(), "named", text, name, name.validity());
    }

    /** Related institutions are subjects of the relations only. */
    @Override
    public Set<Reference> subjects(Institution institution) {
        return Set.of(Reference.to(stream(), institution.id()));
    }
}
