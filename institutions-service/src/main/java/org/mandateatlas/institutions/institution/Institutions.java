package org.mandateatlas.institutions.institution;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.time.Validity;
import org.mandateatlas.institutions.fact.Figure;
import org.mandateatlas.institutions.fact.Overlaps;
import org.mandateatlas.institutions.institution.InstitutionName.NameKind;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The collection of institutions: its rules, what it is found by, what it refers to. */
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
            violations.add("/names", "has no official name");
        }
        Overlaps.check("/names", institution.names(), name -> List.of(name.kind(), name.language()), violations);
        Overlaps.check("/unStatus", institution.unStatus(), status -> true, violations);
        Figure.check(institution.figures(), violations);
    }

    @Override
    public List<Reference> references(Institution institution) {
        var references = new ArrayList<Reference>();
        for (var i = 0; i < institution.relations().size(); i++) {
            references.add(new Reference(
                    "/relations/" + i + "/institution",
                    "institution",
                    institution.relations().get(i).institution()));
        }
        return references;
    }

    @Override
    public List<Facet> facets(Institution institution) {
        var facets = new ArrayList<Facet>();
        facets.add(new Facet("kind", EnumValues.of(institution.kind()), Validity.ALWAYS));
        institution
                .unStatus()
                .forEach(
                        status -> facets.add(new Facet("unStatus", EnumValues.of(status.status()), status.validity())));
        institution
                .relations()
                .forEach(relation -> facets.add(new Facet("relatedTo", relation.institution(), relation.validity())));
        return facets;
    }

    @Override
    public List<String> names(Institution institution) {
        return institution.names().stream().map(InstitutionName::value).toList();
    }

    @Override
    public List<String> texts(Institution institution) {
        var texts = new ArrayList<String>();
        texts.add(institution.summary());
        institution.officeHolders().forEach(holder -> texts.add(holder.name() + " " + holder.title()));
        institution.remarks().forEach(remark -> texts.add(remark.text()));
        return texts;
    }

    @Override
    public int searchRank() {
        return 0;
    }

    /** Those it is related to are the subjects of the relations alone. */
    @Override
    public Set<Reference> subjects(Institution institution) {
        return Set.of(Reference.to(stream(), institution.id()));
    }
}
