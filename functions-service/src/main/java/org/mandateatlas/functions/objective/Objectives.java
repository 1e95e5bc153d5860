package org.mandateatlas.functions.objective;

import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentType;

/** The document type of objectives. */
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
        if (objective.rank() < 1) {
            violations.add("/rank", "must be at least 1");
        }
    }

    @Override
    public int searchRank() {
        return 8;
    }
}
