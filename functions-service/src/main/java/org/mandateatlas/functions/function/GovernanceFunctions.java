package org.mandateatlas.functions.function;

import jakarta.inject.Singleton;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The collection of functions: its rules and what it is found by. */
@Singleton
public class GovernanceFunctions implements DocumentType<GovernanceFunction> {

    @Override
    public String stream() {
        return "function";
    }

    @Override
    public String collection() {
        return "functions";
    }

    @Override
    public Class<GovernanceFunction> record() {
        return GovernanceFunction.class;
    }

    @Override
    public void check(GovernanceFunction function, Violations violations) {
        if (function.position() < 1) {
            violations.add("/position", "is less than 1");
        }
    }

    @Override
    public List<Reference> references(GovernanceFunction function) {
        return List.of();
    }

    @Override
    public List<Facet> facets(GovernanceFunction function) {
        return List.of(Facet.of("standing", EnumValues.of(function.standing())));
    }

    @Override
    public List<String> names(GovernanceFunction function) {
        return List.of(function.name());
    }

    @Override
    public List<String> texts(GovernanceFunction function) {
        return List.of(function.description(), function.reason());
    }

    @Override
    public int searchRank() {
        return 2;
    }
}
