package org.mandateatlas.functions.simulation;

import java.util.SortedSet;
import java.util.TreeSet;
import org.mandateatlas.functions.coverage.GovernanceState;

/**
 * The effect of an operation.
 *
 * @param state the state after the operation
 * @param text a sentence that describes the effect
 * @param institutions ids of affected institutions
 * @param mandates ids of affected mandates
 * @param capacities ids of affected capacities
 */
record Effect(
        GovernanceState state,
        String text,
        SortedSet<String> institutions,
        SortedSet<String> mandates,
        SortedSet<String> capacities) {

    Effect(GovernanceState state, String text) {
        this(state, text, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    Effect withInstitution(String institution) {
        institutions.add(institution);
        return this;
    }

    Effect withMandate(String mandate) {
        mandates.add(mandate);
        return this;
    }

    Effect withCapacity(String capacity) {
        capacities.add(capacity);
        return this;
    }
}
