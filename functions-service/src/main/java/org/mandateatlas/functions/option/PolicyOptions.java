package org.mandateatlas.functions.option;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.base.text.Slug;
import org.mandateatlas.functions.argument.Argument;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The collection of policy options: its rules, what it is found by, what it refers to. */
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
        if (option.position() < 1) {
            violations.add("/position", "is less than 1");
        }
        var seen = new HashSet<Criterion>();
        for (var i = 0; i < option.assessments().size(); i++) {
            if (!seen.add(option.assessments().get(i).criterion())) {
                violations.add("/assessments/" + i + "/criterion", "is assessed twice");
            }
        }
        checkOperations("/operations", option.operations(), violations);
    }

    @Override
    public List<Reference> references(PolicyOption option) {
        var created = new HashSet<String>();
        var references = new ArrayList<Reference>();
        for (var i = 0; i < option.operations().size(); i++) {
            var operation = option.operations().get(i);
            if (operation instanceof CreateInstitution creation) {
                created.add(creation.institution());
            }
            operation.names("/operations/" + i).stream()
                    .filter(named -> Slug.is(named.id()))
                    .filter(named -> !(named.stream().equals(Named.INSTITUTION) && created.contains(named.id())))
                    .forEach(references::add);
        }
        return references;
    }

    @Override
    public List<Facet> facets(PolicyOption option) {
        var facets = new ArrayList<Facet>();
        facets.add(Facet.of("model", EnumValues.of(option.model())));
        for (var operation : option.operations()) {
            facets.add(Facet.of("operation", EnumValues.of(operation.type())));
            operation.names("").forEach(named -> facets.add(Facet.of(named.stream(), named.id())));
        }
        return facets.stream().distinct().toList();
    }

    @Override
    public List<String> names(PolicyOption option) {
        return List.of(option.name());
    }

    @Override
    public List<String> texts(PolicyOption option) {
        var texts = new ArrayList<String>();
        texts.add(option.summary());
        texts.addAll(Argument.texts(option.advantages()));
        texts.addAll(Argument.texts(option.obstacles()));
        option.assessments().forEach(assessment -> texts.add(assessment.reason()));
        option.outcomes().forEach(outcome -> texts.add(outcome.text()));
        option.operations().forEach(operation -> texts.addAll(texts(operation)));
        return texts;
    }

    private static List<String> texts(Operation operation) {
        var texts = new ArrayList<String>();
        if (operation instanceof CreateInstitution creation) {
            texts.add(creation.name());
        }
        if (operation instanceof GrantMandate grant) {
            texts.add(grant.title());
        }
        if (operation.note() != null) {
            texts.add(operation.note());
        }
        return texts;
    }

    /**
     * Notes what is wrong with operations, an option's or a caller's own.
     *
     * @param pointer JSON pointer of the list
     */
    public static void checkOperations(String pointer, List<Operation> operations, Violations violations) {
        var created = new HashSet<String>();
        for (var i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            operation.check(pointer + "/" + i, violations);
            if (operation instanceof CreateInstitution creation && !created.add(creation.institution())) {
                violations.add(pointer + "/" + i + "/institution", "is created twice");
            }
        }
    }

    @Override
    public int searchRank() {
        return 7;
    }
}
