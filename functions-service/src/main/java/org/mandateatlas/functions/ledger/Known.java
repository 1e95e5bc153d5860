package org.mandateatlas.functions.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.position.Position;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.option.PolicyOption;
import org.mandateatlas.replication.replica.Version;

/**
 * What was known at some point of the logs: the last version of each document by then, by id, retractions too.
 *
 * @param position the position in the logs
 * @param knownAt the requested record time; null for none
 * @param functions the functions
 * @param institutions the institutions
 * @param mandates the mandates
 * @param capacities the capacities
 * @param options the policy options
 */
public record Known(
        Position position,
        @Nullable Instant knownAt,
        List<Version<GovernanceFunction>> functions,
        List<Version<Institution>> institutions,
        List<Version<Mandate>> mandates,
        List<Version<Capacity>> capacities,
        List<Version<PolicyOption>> options) {}
