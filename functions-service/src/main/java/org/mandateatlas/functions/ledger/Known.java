package org.mandateatlas.functions.ledger;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.option.PolicyOption;

/**
 * What was known at some point of the logs: the last version of each document by then, by id, retractions too.
 *
 * @param at the last revision of each stream that counts
 * @param knownAt the instant that was asked for; null for none
 * @param functions the functions
 * @param institutions the institutions
 * @param mandates the mandates
 * @param capacities the capacities
 * @param options the policy options
 */
public record Known(
        SortedMap<String, Long> at,
        @Nullable Instant knownAt,
        List<Version<GovernanceFunction>> functions,
        List<Version<Institution>> institutions,
        List<Version<Mandate>> mandates,
        List<Version<Capacity>> capacities,
        List<Version<PolicyOption>> options) {

    /** Returns the point as text: {@code stream:sequence} for each stream, by name, joined by commas. */
    public String position() {
        return at.entrySet().stream()
                .map(stream -> stream.getKey() + ":" + stream.getValue())
                .collect(Collectors.joining(","));
    }
}
