package org.mandateatlas.functions.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.mandateatlas.functions.snapshot.RegistrySnapshot;

/**
 * A registry snapshot on a day of valid time.
 *
 * @param registry the registry at a record time
 * @param day the valid time
 */
public record BitemporalSnapshot(RegistrySnapshot registry, LocalDate day) {

    /**
     * Returns the state on the day.
     *
     * @param includeUnconfirmed whether unconfirmed capacities count as current ones
     */
    public GovernanceState state(boolean includeUnconfirmed) {
        return state(List.of(), includeUnconfirmed);
    }

    /** Returns the state on the day for populations; empty for all. */
    GovernanceState state(Collection<String> populations, boolean includeUnconfirmed) {
        return GovernanceState.of(registry, day, populations, includeUnconfirmed);
    }
}
