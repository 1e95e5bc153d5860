package org.mandateatlas.functions.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.chassis.following.LogRepository;
import org.mandateatlas.chassis.ledger.History;
import org.mandateatlas.chassis.ledger.Ledger;
import org.mandateatlas.functions.capacity.Capacity;
import org.mandateatlas.functions.function.GovernanceFunction;
import org.mandateatlas.functions.option.PolicyOption;

/** All that coverage and simulation rest on, as it was known at any point of the logs. */
@Singleton
public class Knowledge {

    private final History<GovernanceFunction> functions = new History<>("function", GovernanceFunction.class);
    private final History<Institution> institutions = new History<>("institution", Institution.class);
    private final History<Mandate> mandates = new History<>("mandate", Mandate.class);
    private final History<Capacity> capacities = new History<>("capacity", Capacity.class);
    private final History<PolicyOption> options = new History<>("policy-option", PolicyOption.class);
    private final Ledger ledger;

    Knowledge(LogRepository log) {
        ledger = new Ledger(log, functions, institutions, mandates, capacities, options);
    }

    void start(@Observes StartupEvent event) {
        ledger.start();
    }

    void stop(@Observes ShutdownEvent event) {
        ledger.stop();
    }

    /**
     * Returns what was known.
     *
     * @param point the last revision of each stream that is to count; all there are of a stream that is not named
     * @param knownAt the instant by which it must have been recorded; null for any
     */
    public Known at(SortedMap<String, Long> point, @Nullable Instant knownAt) {
        return ledger.read(
                ledger.readOnTo(point),
                knownAt,
                reached -> new Known(
                        reached,
                        reached.of(functions),
                        reached.of(institutions),
                        reached.of(mandates),
                        reached.of(capacities),
                        reached.of(options)));
    }
}
