package org.mandateatlas.functions.function;

import jakarta.inject.Singleton;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.registry.DocumentType;

/** The document type of functions. */
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
        if (function.rank() < 1) {
            violations.add("/rank", "must be at least 1");
        }
    }

    @Override
    public int searchRank() {
        return 2;
    }
}
