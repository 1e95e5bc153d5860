package org.mandateatlas.institutions.institution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.institutions.fact.Overlaps;
import org.mandateatlas.institutions.institution.InstitutionName.NameKind;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Reference;

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
    }

    @Override
    public int searchRank() {
        return 0;
    }

    /** Related institutions are subjects of the relations only. */
    @Override
    public Set<Reference> subjects(Institution institution) {
        return Set.of(Reference.to(stream(), institution.id()));
    }
}
