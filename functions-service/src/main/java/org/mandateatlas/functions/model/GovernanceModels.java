package org.mandateatlas.functions.model;

import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentType;

/** The collection of governance models: what it is found by. */
@Singleton
public class GovernanceModels implements DocumentType<GovernanceModel> {

    @Override
    public String stream() {
        return "governance-model";
    }

    @Override
    public String collection() {
        return "governance-models";
    }

    @Override
    public Class<GovernanceModel> record() {
        return GovernanceModel.class;
    }

    @Override
    public void check(GovernanceModel model, Violations violations) {
        // whatever a model has, its record and the rules of all documents ask for
    }

    @Override
    public int searchRank() {
        return 9;
    }
}
