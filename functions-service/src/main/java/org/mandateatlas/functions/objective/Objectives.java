package org.mandateatlas.functions.objective;

import jakarta.inject.Singleton;
import java.util.List;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentType;
import org.mandateatlas.registry.Facet;
import org.mandateatlas.registry.Reference;

/** The collection of objectives: its rules and what it is found by. */
@Singleton
public class Objectives implements DocumentType<Objective> {

    @Override
    public String stream() {
        return "objective";
    }

    @Override
    public String collection() {
        return "objectives";
    }

    @Override
    public Class<Objective> record() {
        return Objective.class;
    }

    @Override
    public void check(Objective objective, Violations violations) {
        if (objective.position() < 1) {
            violations.add("/position", "is less than 1");
        }
    }

    @Override
    public List<Reference> references(Objective objective) {
        return List.of();
    }

    @Override
    public List<Facet> facets(Objective objective) {
        return List.of();
    }

    @Override
    public List<String> names(Objective objective) {
        return List.of(objective.name());
    }

    @Override
    public List<String> texts(Objective objective) {
        return List.of(objective.text());
    }

    @Override
    public int searchRank() {
        return 8;
    }
}
