package org.mandateatlas.functions.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.mandateatlas.functions.ledger.Known;

/**
 * A day, as it was known at some point of the logs.
 *
 * @param known what was known
 * @param day the day
 */
public record Moment(Known known, LocalDate day) {

    /** Returns the world of the day, of everybody. */
    public GovernanceState world() {
        return world(List.of());
    }

    /** Returns the world of the day, as far as it is for one of the populations; empty for any. */
    GovernanceState world(Collection<String> populations) {
        return GovernanceState.of(known, day, populations);
    }
}
