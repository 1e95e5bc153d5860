package org.mandateatlas.functions.model;

import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentType;

/** The document type of governance models. */
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
        // the rules of all documents suffice
    }

    @Override
    public int searchRank() {
        return 9;
    }
}
