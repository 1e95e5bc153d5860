package org.mandateatlas.functions.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.option.PolicyOption;
import org.mandateatlas.replication.replica.Version;

/**
 * The registry at a position: the last version of each document, by id, including retractions.
 *
 * @param position the log position
 * @param knownAt the requested record time, or null
 * @param functions the functions
 * @param institutions the institutions
 * @param mandates the mandates
 * @param capacities the capacities
 * @param options the policy options
 */
public record RegistrySnapshot(
        Position position,
        @Nullable Instant knownAt,
        List<Version<GovernanceFunction>> functions,
        List<Version<InstitutionSnapshot>> institutions,
        List<Version<MandateSnapshot>> mandates,
        List<Version<Capacity>> capacities,
        List<Version<PolicyOption>> options) {}
