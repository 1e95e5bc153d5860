package org.mandateatlas.functions.option;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The document type of policy options. */
@Singleton
public class PolicyOptions implements DocumentType<PolicyOption> {

    @Override
    public String stream() {
        return "policy-option";
    }

    @Override
    public String collection() {
        return "policy-options";
    }

    @Override
    public Class<PolicyOption> record() {
        return PolicyOption.class;
    }

    @Override
    public void check(PolicyOption option, Violations violations) {
        if (option.rank() < 1) {
            violations.add("/rank", "must be at least 1");
        }
        var seen = new HashSet<Criterion>();
        for (var i = 0; i < option.assessments().size(); i++) {
            if (!seen.add(option.assessments().get(i).criterion())) {
                violations.add("/assessments/" + i + "/criterion", "is a duplicate");
            }
        }
        checkOperations("/operations", option.operations(), violations);
    }

    /** A created institution exists for the following operations. */
    @Override
    public List<Reference> references(PolicyOption option) {
        var created = new HashSet<String>();
        var references = new ArrayList<Reference>();
        for (var reference : DocumentType.super.references(option)) {
            if (creates(option, reference)) {
                created.add(reference.id());
            } else if (Slug.is(reference.id())
                    && !(reference.stream().equals(Named.INSTITUTION) && created.contains(reference.id()))) {
                references.add(reference);
            }
        }
        return references;
    }

    private static boolean creates(PolicyOption option, Reference reference) {
        var operation = Integer.parseInt(reference.pointer().split("/", 4)[2]);
        return option.operations().get(operation) instanceof CreateInstitution;
    }

    @Override
    public List<Facet> facets(PolicyOption option) {
        var facets = new ArrayList<>(DocumentType.super.facets(option));
        option.operations().forEach(operation -> facets.add(Facet.of("operation", EnumValues.of(operation.type()))));
        return facets;
    }

    /**
     * Reports violations of a list of operations.
     *
     * @param pointer JSON pointer of the list
     */
    public static void checkOperations(String pointer, List<Operation> operations, Violations violations) {
        var created = new HashSet<String>();
        for (var i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            operation.check(pointer + "/" + i, violations);
            if (operation instanceof CreateInstitution creation && !created.add(creation.institution())) {
                violations.add(pointer + "/" + i + "/institution", "is already created by an earlier operation");
            }
        }
    }

    @Override
    public int searchRank() {
        return 7;
    }
}
