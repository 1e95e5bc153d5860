package org.mandateatlas.functions.simulation;

import java.util.SortedSet;
import java.util.TreeSet;
import org.mandateatlas.functions.coverage.GovernanceState;

/**
 * What an operation makes of the world.
 *
 * @param world the world then
 * @param text what was done, as a sentence
 * @param institutions ids of the institutions that it touched
 * @param mandates ids of the mandates that it touched
 * @param capacities ids of the capacities that it touched
 */
record Effect(
        GovernanceState world,
        String text,
        SortedSet<String> institutions,
        SortedSet<String> mandates,
        SortedSet<String> capacities) {

    Effect(GovernanceState world, String text) {
        this(world, text, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    Effect touching(String institution) {
        institutions.add(institution);
        return this;
    }

    Effect touchingMandate(String mandate) {
        mandates.add(mandate);
        return this;
    }

    Effect touchingCapacity(String capacity) {
        capacities.add(capacity);
        return this;
    }
}
