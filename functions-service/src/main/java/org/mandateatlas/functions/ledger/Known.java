package org.mandateatlas.functions.ledger;

import java.util.List;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.option.PolicyOption;
import org.mandateatlas.replication.replica.Point;
import org.mandateatlas.replication.replica.Version;

/**
 * What was known at some point of the logs: the last version of each document by then, by id, retractions too.
 *
 * @param point the point of the logs
 * @param functions the functions
 * @param institutions the institutions
 * @param mandates the mandates
 * @param capacities the capacities
 * @param options the policy options
 */
public record Known(
        Point point,
        List<Version<GovernanceFunction>> functions,
        List<Version<Institution>> institutions,
        List<Version<Mandate>> mandates,
        List<Version<Capacity>> capacities,
        List<Version<PolicyOption>> options) {}
